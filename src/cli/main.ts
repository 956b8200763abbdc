/** The command line. Commands are loaded when they are asked for, so that `--help` stays quick. */
import { enableCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import type { Language } from '../core/messages.ts'
import { nearest } from '../core/nearest.ts'
import { Failure } from '../kernel/failure.ts'
import { cacheFolder } from '../population/cache.ts'
import { type Command, type Io, Misuse } from './command.ts'

const commands: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  check: () => import('./check.ts'),
  test: () => import('./test.ts'),
  facts: () => import('./facts.ts'),
  decide: () => import('./decide.ts'),
  run: () => import('./run.ts'),
  simulate: () => import('./simulate.ts'),
  diff: () => import('./diff.ts'),
  explain: () => import('./explain.ts'),
  receipt: () => import('./receipt-of-run.ts'),
  verify: () => import('./verify.ts'),
  audit: () => import('./audit.ts'),
  sql: () => import('./sql.ts'),
  population: () => import('./population.ts'),
  report: () => import('./report.ts'),
  conformance: () => import('./conformance.ts'),
  stamp: () => import('./stamp.ts'),
  load: () => import('./load.ts'),
  demo: () => import('./demo.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  administrator: () => import('./administrator.ts'),
  serve: () => import('./serve.ts'),
}

const OVERVIEW = {
  zh: `策行 Planwright：让一座城市的规划运行起来

用法：planwright 命令 [参数] [--lang zh|en]

  check PACK                                  检查一个包
  test PACK [--measure ID]                    运行全部算例
  facts PACK [--json]                         列出规则所用的事实
  decide PACK --facts FILE|- --on DATE        一家企业能得多少、为什么、缺什么
  run PACK --population FILE --on DATE        全部企业一次算完
  diff PACK [OTHER] --population FILE --on DATE  两个日期或两个版本：谁得多、谁得少、为什么
  simulate PACK --population FILE --on DATE   如果改一个参数会怎样
  explain PACK --run RUN --enterprise ID      一次全量运行里的一行：为什么、金额怎么来的
  receipt RUN --enterprise ID                 一次全量运行里的收据
  verify RECEIPT [--pack DIR --facts FILE]    核验一份收据
  audit verify|export|checkpoint|erase        操作记录：核验、导出、做检查点、删除内容
  sql PACK --on DATE [--measure ID]           打印在 PostgreSQL 里计算的查询
  population PACK FILE [--table NAME]         把企业数据装入数据库的表
  report [PACK|db] --as-of DATE               每个目标的最新数据、状态和展望；db 含本站报送的数据
  conformance FILE                            用 DMN 兼容性测试的案例核对规则语言
  stamp PACK [--measure ID]                   核对后写下条款哈希
  load PACK                                   把包发布到数据库
  demo --enterprises N --seed S               （重新）装入演示企业
  backup --to FOLDER                          备份数据库和文件，网站可以同时运行
  restore BACKUP                              恢复到空数据库
  administrator --email E --name N            邀请一位管理员
  serve                                       启动网站（同 npm start）

planwright 命令 --help 查看该命令的选项。退出码：0 正常，1 有发现，2 用法不对。`,
  en: `Planwright (策行) makes a city’s plan run

usage: planwright COMMAND [operands] [--lang zh|en]

  check PACK                                  check a pack
  test PACK [--measure ID]                    run its worked cases
  facts PACK [--json]                         list the facts that rules ask for
  decide PACK --facts FILE|- --on DATE        what an enterprise is entitled to, why, what is missing
  run PACK --population FILE --on DATE        decide a whole population
  diff PACK [OTHER] --population FILE --on DATE  two days or two versions: who gets more or less, and why
  simulate PACK --population FILE --on DATE   what if a parameter were another
  explain PACK --run RUN --enterprise ID      any line of a mass run: why, and how the amount came about
  receipt RUN --enterprise ID                 the receipt of an enterprise in a mass run
  verify RECEIPT [--pack DIR --facts FILE]    verify a receipt
  audit verify|export|checkpoint|erase        the record: verify, export, take a checkpoint, erase contents
  sql PACK --on DATE [--measure ID]           print the query that computes inside PostgreSQL
  population PACK FILE [--table NAME]         bring a population into a table of the database
  report [PACK|db] --as-of DATE               every target with its latest reading, status and outlook; db: with what was entered here
  conformance FILE                            hold the rule language against cases of the DMN kit
  stamp PACK [--measure ID]                   write clause hashes after a review
  load PACK                                   publish a pack into the database
  demo --enterprises N --seed S               (re)load the synthetic enterprises
  backup --to FOLDER                          back up the database and its files; the site may go on
  restore BACKUP                              bring a backup into an empty database
  administrator --email E --name N            invite an administrator
  serve                                       start the site (as npm start does)

planwright COMMAND --help shows its options. Exit codes: 0 fine, 1 findings, 2 wrong use.`,
}

const languageOf = (args: readonly string[]): Language => {
  const at = args.indexOf('--lang')
  const given = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice(7)
  if (given === 'zh' || given === 'en') return given
  if (given !== undefined) throw new Misuse({ zh: '--lang 只有 zh 和 en。', en: '--lang is zh or en.' })
  return (process.env.LC_ALL || process.env.LANG || '').startsWith('en') ? 'en' : 'zh'
}

const helpOf = (command: Command, language: Language): string => {
  const options = Object.entries(command.options).map(
    ([name, option]) => `  --${name}${option.value ? ` ${option.value}` : ''}`.padEnd(24) + option.means[language],
  )
  const settings = Object.entries(command.settings ?? {}).map(([name, means]) => `  ${name.padEnd(22)}${means[language]}`)
  const zh = language === 'zh'
  return [
    command.means[language],
    '',
    `${zh ? '用法' : 'usage'}: planwright ${[command.name, ...command.operands].join(' ')}`,
    ...options,
    `  --lang zh|en`.padEnd(24) + (zh ? '语言' : 'language'),
    ...(settings.length > 0 ? ['', zh ? '环境变量：' : 'settings in the environment:', ...settings] : []),
  ].join('\n')
}

/** What `parseArgs` refuses, in our words. */
const misuseOf = (error: unknown, command: Command): Misuse => {
  const { code, message } = error as { readonly code?: string; readonly message: string }
  const option = /'-?(-[^' ]*)/.exec(message)?.[0].slice(1) ?? ''
  const help = { zh: `planwright ${command.name} --help 列出全部选项。`, en: `planwright ${command.name} --help lists the options.` }
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearest(
      option,
      [...Object.keys(command.options), 'lang', 'help'].map((name) => `--${name}`),
    )
    return new Misuse({
      zh: `没有选项“${option}”${near ? `；是否指“${near}”？` : '。'}${help.zh}`,
      en: `There is no option "${option}"${near ? `; did you mean "${near}"? ` : '. '}${help.en}`,
    })
  }
  return Object.values(command.options).some(({ type }) => type === 'string') && /missing|ambiguous/.test(message)
    ? new Misuse({ zh: `选项“${option}”后面须有值。${help.zh}`, en: `The option "${option}" needs a value. ${help.en}` })
    : new Misuse({ zh: `选项“${option}”不带值。${help.zh}`, en: `The option "${option}" takes no value. ${help.en}` })
}

const parsed = (args: readonly string[], command: Command) => {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
  )
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    const single = Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.join('\n') : value])
    return { positionals, values: Object.fromEntries(single) as Readonly<Record<string, string | boolean | undefined>> }
  } catch (error) {
    throw misuseOf(error, command)
  }
}

const perform = async (args: readonly string[], io: Io): Promise<number> => {
  const [name, ...rest] = args.filter((arg, index) => !(arg === '--lang' || args[index - 1] === '--lang' || arg.startsWith('--lang=')))
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(OVERVIEW[io.language])
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    const near = nearest(name, Object.keys(commands))
    throw new Misuse({
      zh: `没有命令“${name}”${near ? `；是否指“${near}”？` : '。'}planwright --help 列出全部命令。`,
      en: `There is no command "${name}"${near ? `; did you mean "${near}"? ` : '. '}planwright --help lists them.`,
    })
  }
  const { command } = await load()
  const { positionals, values } = parsed(rest, command)
  if (values.help) {
    io.out(helpOf(command, io.language))
    return 0
  }
  // An operand in brackets may be left out.
  const needed = command.operands.filter((operand) => !operand.startsWith('[')).length
  if (positionals.length < needed || positionals.length > command.operands.length) {
    const wanted = command.operands.join(' ')
    throw new Misuse(
      wanted === ''
        ? { zh: `${name} 不带参数。`, en: `${name} takes no operands.` }
        : { zh: `${name} 需要的参数：${wanted}。`, en: `${name} takes: ${wanted}.` },
    )
  }
  return command.run({ positionals, values }, io)
}

/** Runs one command line and answers with its exit code: 0 fine, 1 findings or a failure, 2 wrong use. Only a bug throws. */
export const main = async (args: readonly string[], output: Omit<Io, 'language'>): Promise<number> => {
  let language: Language = 'zh'
  try {
    language = languageOf(args)
    return await perform(args, { ...output, language })
  } catch (error) {
    if (error instanceof Misuse) {
      output.err(`planwright: ${error.text[language]}`)
      return 2
    }
    if (error instanceof Failure) {
      output.err(`planwright: ${error.in(language)}`)
      for (const { field, code, message } of error.fields) output.err(`  ${field}  ${code}  ${message[language]}`)
      return 1
    }
    throw error
  }
}

if (import.meta.main) {
  // A command starts in two thirds of the time once Node has kept what it compiles.
  enableCompileCache(cacheFolder('compiled'))
  // A reader that closes early (`| head`) ends the output, not with a stack trace.
  process.stdout.on('error', () => process.exit(0))
  process.exitCode = await main(process.argv.slice(2), {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    terminal: process.stdout.isTTY === true && !process.env.NO_COLOR,
  })
}
