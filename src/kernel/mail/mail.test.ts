import fc from 'fast-check'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { atEnd } from '../../../test/at-end.ts'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { eventually } from '../../../test/eventually.ts'
import { type Ground, perform } from '../action.ts'
import { prepareQueues } from '../jobs/queue.ts'
import { startWorker, type Worker } from '../jobs/worker.ts'
import { action } from '../module.ts'
import type { Who } from '../who.ts'
import { type Letter, pathIn, rendered } from './letter.ts'
import { mailer, sendLetter } from './mail.ts'

const database = await freshDatabase()
await prepareQueues(database.url, { tries: 3, delaySeconds: 0, longestSeconds: 1 })
let worker: Worker | null = null
const ground: Ground = { ...groundOf(database), emitted: () => worker?.wake() }
const operator: Who = { kind: 'operator', name: 'tester' }

/** What arrived, and how often the server is to say no first. */
const arrived: { readonly to: readonly string[]; readonly source: string }[] = []
let refusals = 0
/** Who may still see the enterprise that letters are about. */
let members: readonly string[] = []
const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, session, done) => {
    let source = ''
    stream.on('data', (chunk: Buffer) => (source += chunk.toString()))
    stream.on('end', () => {
      if (refusals > 0) {
        refusals--
        return done(Object.assign(new Error('not now, <li@example.cn>'), { responseCode: 451 }))
      }
      arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), source })
      done()
    })
  },
})
const port = await new Promise<number>((resolve) => {
  const { server } = sink
  sink.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
})
atEnd(() => new Promise<void>((resolve) => sink.close(() => resolve())))
worker = await startWorker(ground, database.pool, [
  mailer(
    { smtp: `smtp://127.0.0.1:${port}`, from: '策行 <planwright@example.cn>', origin: 'https://plan.example.cn' },
    async (_look, { user }) => members.includes(user),
  ),
])
atEnd(() => worker?.stop())

const LETTER: Letter = {
  kind: 'test.kind',
  to: 'li@example.cn',
  language: 'zh',
  subject: { zh: '您的更正已有结果', en: 'Your correction was decided' },
  lines: [{ zh: '结果可以看了。', en: 'It can be read now.' }],
  link: { path: '/notifications', words: { zh: '打开', en: 'Open' } },
}
const write = action('test.write', 'operate', Type.Object({ letter: Type.Unknown() }), async (act, { letter }) => {
  await sendLetter(act, letter as Letter)
  await act.record('test.written', { object: ['test.letter', 'one'] })
})
const send = (letter: Letter) => perform(ground, operator, write, { letter })
const mails = async () =>
  (
    await sql<{ letter: Buffer | null; sent_at: Date | null }>`select letter, sent_at from kernel_mail order by written_at, id`.execute(
      database.db,
    )
  ).rows

describe('a letter', () => {
  it('is sent in the reader’s language as text and HTML, and nothing of it stays behind', async () => {
    await send(LETTER)
    const [mail] = await eventually(
      () => arrived,
      (all) => all.length === 1,
    )
    expect(mail?.to).toEqual(['li@example.cn'])
    expect(mail?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(mail?.source).toMatch(/^Message-ID: <[0-9a-f-]{36}@plan\.example\.cn>\r$/m)
    expect(mail?.source).toContain('multipart/alternative')
    expect(mail?.source).not.toContain('List-Unsubscribe')
    await eventually(mails, ([one]) => one?.sent_at !== null && one?.letter === null)
  })

  it('about an enterprise is not sent to whoever may no longer see it', async () => {
    arrived.length = 0
    members = ['stays']
    const about = { enterprise: '91000000000000001X' }
    await send({ ...LETTER, to: 'gone@example.cn', about: { ...about, user: 'gone' } })
    await send({ ...LETTER, to: 'stays@example.cn', about: { ...about, user: 'stays' } })
    await eventually(mails, (all) => all.every(({ letter }) => letter === null))
    expect(arrived.map(({ to }) => to)).toEqual([['stays@example.cn']])
  })

  it('leads to the page that it names', () => {
    const link = { path: pathIn('en', '/notifications'), words: { zh: '打开', en: 'Open' } }
    const { text, html } = rendered({ ...LETTER, language: 'en', link }, 'https://plan.example.cn')
    expect(text).toContain('https://plan.example.cn/en/notifications')
    expect(html).toContain('href="https://plan.example.cn/en/notifications"')
  })

  it('can be refused for good with one click where it need not be', async () => {
    arrived.length = 0
    await send({ ...LETTER, unsubscribe: '/unsubscribe?token=abc' })
    const [mail] = await eventually(
      () => arrived,
      (all) => all.length === 1,
    )
    expect(mail?.source).toContain('List-Unsubscribe: <https://plan.example.cn/unsubscribe?token=abc>')
    expect(mail?.source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  })

  it('is tried again under the same name when the server says no', async () => {
    arrived.length = 0
    refusals = 1
    await send(LETTER)
    await eventually(
      () => arrived,
      (all) => all.length === 1,
    )
    expect(refusals).toBe(0)
  })

  it('that is refused every time is put aside without the address', async () => {
    refusals = 3
    await send(LETTER)
    const rows = await eventually(
      async () => (await sql<{ reason: string; body: object }>`select reason, body from kernel_failed`.execute(database.db)).rows,
      (all) => all.length > 0,
    )
    expect(rows.map(({ reason }) => reason)).toEqual(['kernel.letter-refused'])
    expect(JSON.stringify(rows)).not.toContain('example.cn')
    const kept = (await mails()).filter(({ letter }) => letter !== null)
    expect(kept.map(({ letter }) => letter?.includes('li@example.cn'))).toEqual([false])
  })

  it('that was sealed with another secret is not sent', async () => {
    await sql`delete from kernel_failed`.execute(database.db)
    await sql`insert into kernel_mail (id, kind, letter, written_at) values ('00000000-0000-7000-8000-000000000001', 'x', '\\x00', now())`.execute(
      database.db,
    )
    await sql`insert into kernel_outbox (id, type, body)
      values (gen_random_uuid(), 'kernel.letter-written', '{"mail": "00000000-0000-7000-8000-000000000001"}')`.execute(database.db)
    const rows = await eventually(
      async () => (await sql<{ reason: string }>`select reason from kernel_failed`.execute(database.db)).rows,
      (all) => all.length > 0,
    )
    expect(rows).toEqual([{ reason: 'kernel.letter-unreadable' }])
  })
})

describe('the two forms of a letter', () => {
  it('hold the same lines, and what people wrote is text and nothing else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (line, subject) => {
        const {
          html,
          text,
          subject: shown,
        } = rendered({ ...LETTER, subject: { zh: subject, en: subject }, lines: [{ zh: line, en: line }] }, 'https://plan.example.cn')
        expect(shown).not.toMatch(/[\r\n]/)
        expect(text).toContain(line.replace(/\s+/g, ' ').trim())
        expect(html.match(/<[a-z!/]/gi)?.length).toBe(rendered(LETTER, 'https://plan.example.cn').html.match(/<[a-z!/]/gi)?.length)
      }),
    )
  })
})
