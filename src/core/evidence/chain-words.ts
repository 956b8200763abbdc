/** What a walk over the record found, in words. */
import { fill, type Text } from '../messages.ts'
import type { Finding, FindingKind } from './chain.ts'

const WORDS: Readonly<Record<FindingKind, Text>> = {
  hash: { zh: '第 {place} 条被改过：它与自己的哈希不符', en: 'event {place} was changed: it does not give its own hash' },
  prev: { zh: '第 {place} 条接不上前一条：有记录被换过', en: 'event {place} does not follow the one before it: events were exchanged' },
  gap: { zh: '第 {place} 条之前缺少记录，或次序不对', en: 'before event {place} events are missing or out of place' },
  alg: { zh: '第 {place} 条用了不认识的哈希算法', en: 'event {place} names an unknown hash function' },
  contents: { zh: '第 {place} 条的内容被改过', en: 'the contents of event {place} were changed' },
  erased: { zh: '第 {place} 条的内容没有了，也没有删除记录', en: 'the contents of event {place} are gone, and no erasure was recorded' },
  head: { zh: '链 {lane} 的末尾不对：止于 {seq}，不是它该止的地方', en: 'lane {lane} ends at {seq}, which is not where it should' },
  checkpoint: {
    zh: '检查点 {checkpoint} 被改过，或接不上前一个',
    en: 'checkpoint {checkpoint} was changed, or does not follow the one before it',
  },
  signature: { zh: '检查点 {checkpoint} 的签名不对', en: 'the signature of checkpoint {checkpoint} does not hold' },
  past: {
    zh: '第 {place} 条不是检查点 {checkpoint} 时的那一条，或已不在',
    en: 'event {place} is not what it was at checkpoint {checkpoint}, or is gone',
  },
  journal: {
    zh: '第 {place} 条不是日志文件所记的那一条，或已不在',
    en: 'event {place} is not what the journal has, or is gone',
  },
}

export const findingText = ({ kind, lane, seq, checkpoint }: Finding): Text => {
  const params = { place: `${lane}/${seq}`, lane: lane ?? 0, seq: seq ?? 0, checkpoint: checkpoint ?? 0 }
  return { zh: fill(WORDS[kind].zh, params), en: fill(WORDS[kind].en, params) }
}
