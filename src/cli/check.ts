import type { Command } from './command.ts'
import { dayOption, readAt, showDiagnostics, todayHere } from './pack.ts'

export const command: Command = {
  name: 'check',
  operands: ['PACK'],
  means: {
    zh: '检查一个包：引用、单位、有效期、条款与规则是否一致、算例',
    en: 'check a pack: references, units, validity, clause against rule, worked cases',
  },
  options: {
    on: {
      type: 'string',
      value: 'DATE',
      means: { zh: '按哪一天判断是否到期（默认今天）', en: 'the day on which expiry is judged (default: today)' },
    },
    json: { type: 'boolean', means: { zh: '以 JSON 输出', en: 'print JSON' } },
  },
  run: async ({ positionals: [folder = ''], values }, io) => {
    const on = dayOption(values, 'on', todayHere())
    const { pack, diagnostics } = await readAt(folder, on)
    const errors = diagnostics.filter((each) => each.severity === 'error').length
    const warnings = diagnostics.length - errors
    if (values.json) io.out(JSON.stringify({ pack: pack && { id: pack.id, hash: pack.hash }, errors, warnings, diagnostics }, null, 2))
    else {
      showDiagnostics(diagnostics, io)
      if (pack) {
        const count = (grade: string) => [...pack.measures.values()].filter((each) => each.grade === grade).length
        const acknowledged = [...pack.measures.values()].reduce((sum, each) => sum + each.acknowledged.length, 0)
        io.out(
          io.language === 'zh'
            ? `${pack.title.zh} ${pack.hash.slice(0, 12)}：${pack.measures.size} 项措施（可计算 ${count('executable')}，部分 ${count('partial')}，文本 ${count('text')}），${pack.indicators.size} 项指标，${pack.targets.length} 个目标，${pack.readings.length} 个数据，${pack.sources.size} 个来源；${warnings} 条警告，${acknowledged} 条已确认`
            : `${pack.title.en} ${pack.hash.slice(0, 12)}: ${pack.measures.size} measures (${count('executable')} executable, ${count('partial')} partial, ${count('text')} text), ${pack.indicators.size} indicators, ${pack.targets.length} targets, ${pack.readings.length} readings, ${pack.sources.size} sources; ${warnings} warnings, ${acknowledged} acknowledged`,
        )
      } else
        io.out(
          io.language === 'zh'
            ? `${errors} 个错误，${warnings} 条警告；这个包不能载入。`
            : `${errors} errors, ${warnings} warnings; this pack cannot be loaded.`,
        )
    }
    return errors > 0 || warnings > 0 ? 1 : 0
  },
}
