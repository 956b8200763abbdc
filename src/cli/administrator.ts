import path from 'node:path'
import { inviteAdministrator } from '../app/invitations.ts'
import { configOf } from '../kernel/config.ts'
import { type Command, Misuse } from './command.ts'
import { withApp } from './database.ts'

export const command: Command = {
  name: 'administrator',
  operands: [],
  means: { zh: '邀请一位管理员：打印一次性链接', en: 'invite an administrator: prints a link that works once' },
  options: {
    email: { type: 'string', value: 'ADDRESS', means: { zh: '邮箱，即登录名', en: 'e-mail address, by which they sign in' } },
    name: { type: 'string', value: 'NAME', means: { zh: '姓名', en: 'their name' } },
  },
  run: async ({ values: { email, name } }, io) => {
    if (typeof email !== 'string' || typeof name !== 'string')
      throw new Misuse({ zh: '请写明 --email 和 --name。', en: 'Give --email and --name.' })
    const { origin, port } = configOf(process.env, path.resolve(import.meta.dirname, '../..'))
    const { token } = await withApp((app) => inviteAdministrator(app, 'command line', { email, name }))
    const link = `${origin ?? `http://127.0.0.1:${port}`}${io.language === 'zh' ? '' : '/en'}/join/${token}`
    io.out(
      io.language === 'zh'
        ? `七天内可用一次的链接，请交给${name}：\n${link}`
        : `A link that works once, within seven days; hand it to ${name}:\n${link}`,
    )
    return 0
  },
}
