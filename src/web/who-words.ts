/** Roles, levels and rights as people call them. */
import type { Text } from '../core/messages.ts'
import type { Right } from '../kernel/right.ts'
import type { Level, Role } from '../kernel/who.ts'

export const roleText: Readonly<Record<Role, Text>> = {
  officer: { zh: '经办', en: 'officer' },
  finance: { zh: '财政', en: 'finance' },
  auditor: { zh: '审计', en: 'auditor' },
  planner: { zh: '规划', en: 'planner' },
  administrator: { zh: '管理员', en: 'administrator' },
}

export const levelText: Readonly<Record<Level, Text>> = {
  view: { zh: '查看', en: 'view' },
  draft: { zh: '填写', en: 'draft' },
  submit: { zh: '提交', en: 'submit' },
  sign: { zh: '签署', en: 'sign' },
  admin: { zh: '管理', en: 'administer' },
}

/** Who may, in a few words. */
export const rightText = (right: Right): Text => {
  if (right === 'public') return { zh: '所有人', en: 'everybody' }
  if (right === 'person') return { zh: '登录的人', en: 'whoever is signed in' }
  if (right === 'operate') return { zh: '命令行', en: 'the command line' }
  const posts = (right.post ?? []).map((role) => roleText[role])
  const member = right.member && levelText[right.member]
  const parts = [...posts, ...(member ? [{ zh: `企业的${member.zh}权限`, en: `level “${member.en}” of the enterprise` }] : [])]
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') }
}
