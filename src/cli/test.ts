import { runCases } from '../core/rule/cases.ts'
import { type Command, Misuse, paint } from './command.ts'
import { readAt, showDiagnostics, todayHere } from './pack.ts'

export const command: Command = {
  name: 'test',
  operands: ['PACK'],
  means: { zh: '运行包内全部算例', en: 'run all worked cases of a pack' },
  options: {
    measure: { type: 'string', value: 'ID', means: { zh: '只运行一项措施', en: 'one measure only' } },
    json: { type: 'boolean', means: { zh: '以 JSON 输出', en: 'print JSON' } },
  },
  run: async ({ positionals: [folder = ''], values }, io) => {
    const { pack, diagnostics } = await readAt(folder, todayHere())
    if (!pack) {
      showDiagnostics(
        diagnostics.filter((each) => each.severity === 'error'),
        io,
      )
      return 1
    }
    const only = values.measure
    if (typeof only === 'string' && !pack.measures.has(only))
      throw new Misuse({ zh: `没有措施“${only}”。`, en: `There is no measure "${only}".` })
    const chosen = [...pack.measures.values()].filter((each) => only === undefined || each.id === only)
    const results = chosen.map((measure) => ({ measure, cases: runCases(measure, pack.facts) }))
    const all = results.flatMap(({ cases }) => cases)
    const failed = all.filter((each) => !each.passed)
    if (values.json) {
      io.out(
        JSON.stringify(
          {
            passed: all.length - failed.length,
            failed: failed.length,
            measures: results.map(({ measure, cases }) => ({
              measure: measure.id,
              cases: cases.map((each) => ({ line: each.case.place.line, passed: each.passed, difference: each.difference })),
            })),
          },
          null,
          2,
        ),
      )
    } else {
      for (const { measure, cases } of results) {
        for (const each of cases.filter((one) => !one.passed))
          io.out(`${paint(io, 'red', '✗')} ${folder}/${measure.file}:${each.case.place.line}  ${each.difference?.[io.language]}`)
      }
      io.out(
        io.language === 'zh'
          ? `${chosen.length} 项措施，${all.length} 个算例：${all.length - failed.length} 个符合，${failed.length} 个不符`
          : `${chosen.length} measures, ${all.length} worked cases: ${all.length - failed.length} passed, ${failed.length} failed`,
      )
    }
    return failed.length > 0 ? 1 : 0
  },
}
