import { catalogue, fill } from '../../core/messages.ts'
import { type FieldProblem, failing, failingAt } from '../../kernel/failure.ts'

export const messages = catalogue({
  'party.uscc': {
    kind: 'invalid',
    zh: '“{uscc}”不是统一社会信用代码：应为 18 位，末位是校验码。',
    en: '"{uscc}" is no unified social credit code: eighteen characters, the last a check digit.',
  },
  'party.enterprise-unknown': {
    kind: 'unknown',
    zh: '没有代码为 {uscc} 的演示企业。演示企业的代码从 91000000000000001 起加校验码。',
    en: 'There is no demonstration enterprise {uscc}. Their codes begin at 91000000000000001, followed by the check digit.',
  },
  'party.demo-used': {
    kind: 'refused',
    zh: '演示企业已有更正（首次启动就会提出一项），不能重新生成。要换一批：PLANWRIGHT_DATA=新文件夹 PLANWRIGHT_DEMO=家数 npm start，或把 DATABASE_URL 指向一个空的数据库。',
    en: 'Corrections were proposed for demonstration enterprises (a first start proposes one), so they cannot be made anew. For others: PLANWRIGHT_DATA=NEW-FOLDER PLANWRIGHT_DEMO=NUMBER npm start, or an empty database in DATABASE_URL.',
  },
  'party.fact-unknown': {
    kind: 'unknown',
    zh: '没有“{fact}”这项事实，或者它不在您可以看到的范围内。',
    en: 'There is no fact "{fact}", or not within what you may see.',
  },
  'party.fact-own': {
    kind: 'refused',
    zh: '“{fact}”不由登记部门掌握，每次检查时由企业自己填写，无须更正。',
    en: 'No register holds "{fact}"; the enterprise says it with every check-up, so there is nothing to correct.',
  },
  'party.correction-fields': { kind: 'invalid', zh: '有 {count} 处需要改正。', en: 'Places to mend: {count}.' },
  'party.value-missing': { kind: 'invalid', zh: '请写明正确的内容。', en: 'Say what the right value is.' },
  'party.value-same': { kind: 'invalid', zh: '这与现在的内容相同。', en: 'This is the same as what is held now.' },
  'party.day': { kind: 'invalid', zh: '请写日期，如 2023-06-30。', en: 'Give a day, such as 2023-06-30.' },
  'party.day-future': { kind: 'invalid', zh: '这一天还没有到。', en: 'This day has not come yet.' },
  'party.reason-missing': { kind: 'invalid', zh: '请写明理由。', en: 'Give the reason.' },
  'party.correction-open': {
    kind: 'conflict',
    zh: '“{fact}”已有一项更正正在办理，请等它办完，或先撤回。',
    en: 'A correction of "{fact}" is under way already. Wait for its end, or withdraw it first.',
  },
  'party.correction-unknown': {
    kind: 'unknown',
    zh: '没有这项更正，或者它不在您可以看到的范围内。',
    en: 'There is no such correction, or not within what you may see.',
  },
  'party.correction-closed': { kind: 'conflict', zh: '这项更正已经办结或撤回。', en: 'This correction has been decided or withdrawn.' },
  'party.correction-moved': {
    kind: 'conflict',
    zh: '这项更正刚刚被别人办理过。请看它现在的状态再决定。',
    en: 'Somebody has just dealt with this correction. Look at it as it is now.',
  },
  'party.correction-side': {
    kind: 'refused',
    zh: '您也是这家企业的人员，须由与企业无关的工作人员办理。',
    en: 'You belong to this enterprise as well; an officer who does not has to judge this.',
  },
  'party.four-eyes': {
    kind: 'refused',
    zh: '提出、初审、决定须由三个不同的人完成，您已参与过。',
    en: 'Proposal, review and decision are by three different people, and you took part already.',
  },
  'party.evidence-unknown': {
    kind: 'unknown',
    zh: '没有这份文件，或者它不在您可以看到的范围内。',
    en: 'There is no such file, or not within what you may see.',
  },
  'party.evidence-held': {
    kind: 'refused',
    zh: '文件尚未通过病毒扫描（{scan}），暂不能下载。',
    en: 'The file has not passed the virus scan ({scan}) and cannot be downloaded.',
  },
  'party.member-unknown': {
    kind: 'unknown',
    zh: '企业没有这位成员，或者已经结束。',
    en: 'The enterprise has no such member, or it has ended already.',
  },
  'party.own-level': { kind: 'refused', zh: '不能提高自己的权限。', en: 'Nobody raises their own level.' },
  'party.last-admin': {
    kind: 'refused',
    zh: '这是企业最后一位管理员。请先让另一个人成为管理员。',
    en: 'This is the last administrator of the enterprise. Make somebody else one first.',
  },
  'party.delegation-unknown': {
    kind: 'unknown',
    zh: '没有这项委托，或者已经结束。',
    en: 'There is no such delegation, or it has ended already.',
  },
  'party.delegation-end': {
    kind: 'invalid',
    zh: '委托的最后一天应在今天到 {latest} 之间。',
    en: 'The last day of a delegation lies between today and {latest}.',
  },
  'party.measure-unknown': { kind: 'invalid', zh: '没有“{measure}”这项措施。', en: 'There is no measure "{measure}".' },
  'party.code-unknown': {
    kind: 'invalid',
    zh: '没有统一社会信用代码为“{uscc}”的企业。',
    en: 'There is no enterprise with the unified social credit code "{uscc}".',
  },
  'party.has-admin': {
    kind: 'conflict',
    zh: '这家企业已有管理员，由他们邀请其他人。',
    en: 'This enterprise has an administrator already, who invites everybody else.',
  },
  'party.offer-over': {
    kind: 'conflict',
    zh: '这个邀请不能再接受：邀请您的人已无权邀请，或者委托的最后一天已过。请再要一个。',
    en: 'This invitation can no longer be accepted: whoever sent it may not invite any more, or its last day has passed. Ask for another one.',
  },
  'party.already-member': {
    kind: 'conflict',
    zh: '您已经是这家企业的成员，权限由企业管理员调整。',
    en: 'You are a member of this enterprise already; its administrators change your level.',
  },
})
export const fail = failing(messages)
export const failAt = failingAt(messages)

/** What is wrong in one field of a form. */
export const wrongField = <Code extends keyof typeof messages>(
  field: string,
  code: Code,
  params: Readonly<Record<string, string | number>> = {},
): FieldProblem => ({ field, code, message: { zh: fill(messages[code].zh, params), en: fill(messages[code].en, params) } })
