import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUNDLE_FORMAT, type BundleHead, type BundleLine, bundleLine, bundleReport } from './bundle.ts'
import { type ChainReport, type ChainTools, chainWalk, ERASURE, type Head } from './chain.ts'
import { findingText } from './chain-words.ts'
import { CHECKPOINT_FORMAT, type Checkpoint, checkpointText, type Hashing, type LaneSpan, rootOfLanes } from './checkpoint.ts'
import { type Contents, contentText, eventHash, GENESIS, partHash } from './event.ts'

const hashing = (name: string): Hashing | null =>
  ['sha256', 'sm3'].includes(name)
    ? {
        text: (text) => createHash(name).update(text).digest('hex'),
        bytes: (bytes) => createHash(name).update(bytes).digest(),
      }
    : null
const pair = generateKeyPairSync('ed25519')
const key = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('hex').slice(24)
const tools: ChainTools = {
  hashing,
  signed: (text, signature, by) => by === key && verify(null, Buffer.from(text), pair.publicKey, Buffer.from(signature, 'hex')),
}

type Record = { readonly lines: BundleLine[]; readonly checkpoints: Checkpoint[]; readonly heads: Head[] }

/** A record with so many events in each lane, and a checkpoint over everything before the last one of each. */
const recordOf = (counts: readonly number[], alg: 'sha256' | 'sm3' = 'sha256'): Record => {
  const tool = hashing(alg)!
  const lines: BundleLine[] = []
  const [heads, spans]: [Head[], LaneSpan[]] = [[], []]
  for (const [lane, count] of counts.entries()) {
    let head = GENESIS
    for (let seq = 1; seq <= count; seq++) {
      const contents: Contents = {
        salt: 'ab'.repeat(16),
        before: null,
        after: contentText({ n: seq, at: lane }),
        details: seq % 2 === 0 ? '"x"' : null,
      }
      const body = {
        lane,
        seq,
        at: '2024-06-30T04:00:00.000Z',
        actor: 'person:p',
        key: null,
        post: null,
        onBehalfOf: null,
        action: 'test.do',
        event: 'test.done',
        object: ['test.thing', `${seq}`] as const,
        before: null,
        after: partHash(tool.text, contents, 'after', contents.after!),
        details: contents.details && partHash(tool.text, contents, 'details', contents.details),
        alg,
        prev: head,
      }
      head = eventHash(tool.text, body)
      lines.push({ event: { ...body, hash: head }, contents })
      if (seq === count - 1) spans.push({ lane, from: 0, to: seq, head })
    }
    heads.push({ lane, seq: count, head })
  }
  const body = {
    format: CHECKPOINT_FORMAT,
    number: 1,
    at: '2024-07-01T00:00:00.000Z',
    events: spans.reduce((sum, { to }) => sum + to, 0),
    lanes: spans,
    root: rootOfLanes(spans, tool),
    previous: null,
    alg,
    key,
  }
  const text = checkpointText(body)
  return {
    lines,
    heads,
    checkpoints: [{ ...body, hash: tool.text(text), signature: sign(null, Buffer.from(text), pair.privateKey).toString('hex') }],
  }
}

const walked = ({ lines, checkpoints, heads }: Record): ChainReport => {
  const walk = chainWalk(tools, checkpoints)
  for (const { event, contents } of lines) walk.event(event, contents)
  return walk.end(heads)
}
const kinds = (record: Record) => [...new Set(walked(record).findings.map(({ kind }) => kind))]

describe('walking the record', () => {
  it.each(['sha256', 'sm3'] as const)('counts a whole one and finds nothing (%s)', (alg) => {
    expect(walked(recordOf([3, 0, 2], alg))).toEqual({
      events: 5,
      lanes: 2,
      contents: 5,
      erased: 0,
      checkpoints: 1,
      keys: [key],
      findings: [],
    })
  })

  it('finds any single change of any event, its contents or a checkpoint, whatever is changed', () => {
    const whole = recordOf([4, 3])
    const text = fc.string({ minLength: 1 })
    const change = fc.record({
      index: fc.nat(6),
      name: fc.constantFrom('actor', 'event', 'action', 'at', 'post', 'key', 'onBehalfOf', 'after', 'hash', 'prev'),
      value: text,
    })
    fc.assert(
      fc.property(change, ({ index, name, value }) => {
        const lines = whole.lines.map((line, at) => (at === index ? { ...line, event: { ...line.event, [name]: value } } : line))
        expect(walked({ ...whole, lines }).findings.length).toBeGreaterThan(0)
      }),
    )
    fc.assert(
      fc.property(fc.nat(6), fc.constantFrom('salt', 'before', 'after', 'details'), text, (index, name, value) => {
        const lines = whole.lines.map((line, at) => (at === index ? { ...line, contents: { ...line.contents!, [name]: value } } : line))
        expect(kinds({ ...whole, lines })).toEqual(['contents'])
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom('at', 'root', 'previous', 'key', 'format', 'hash', 'signature'), text, (name, value) => {
        const checkpoints = [{ ...whole.checkpoints[0]!, [name]: value }]
        expect(kinds({ ...whole, checkpoints }).filter((kind) => kind === 'checkpoint' || kind === 'signature')).not.toEqual([])
      }),
    )
  })

  it('finds any event that was removed, doubled or put elsewhere', () => {
    const whole = recordOf([4, 3])
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), (from, to) => {
        const removed = whole.lines.toSpliced(from, 1)
        expect(kinds({ ...whole, lines: removed })).not.toEqual([])
        expect(kinds({ ...whole, lines: whole.lines.toSpliced(to, 0, whole.lines[from]!) })).not.toEqual([])
        if (from !== to) expect(kinds({ ...whole, lines: removed.toSpliced(to, 0, whole.lines[from]!) })).not.toEqual([])
      }),
    )
  })

  it('finds by a checkpoint what the chain alone no longer shows: a tail cut off, a lane written anew', () => {
    const whole = recordOf([4, 3])
    const cut = { ...whole, lines: whole.lines.slice(0, 2), heads: [{ lane: 0, seq: 2, head: whole.lines[1]!.event.hash }] }
    expect(kinds(cut)).toEqual(['past'])
    expect(kinds({ ...cut, checkpoints: [] })).toEqual([])
    const anew = { ...recordOf([4, 3], 'sm3'), checkpoints: whole.checkpoints }
    expect(kinds(anew)).toEqual(['past'])
  })

  it('takes missing contents for erased only where that was recorded', () => {
    const whole = recordOf([4])
    const gone = { ...whole, lines: whole.lines.map((line, at) => (at === 1 ? { ...line, contents: null } : line)) }
    expect(walked(gone).findings).toEqual([{ kind: 'erased', lane: 0, seq: 2, checkpoint: null }])
    const tool = hashing('sha256')!
    const { hash: prev, ...last } = whole.lines[3]!.event
    const body = { ...last, seq: 5, event: ERASURE.event, object: [ERASURE.object, '0/2'] as const, after: null, details: null, prev }
    const erasure = { event: { ...body, hash: eventHash(tool.text, body) }, contents: null }
    const recorded = { ...gone, lines: [...gone.lines, erasure], heads: [{ lane: 0, seq: 5, head: erasure.event.hash }] }
    expect(walked(recorded)).toMatchObject({ erased: 1, contents: 3, findings: [] })
  })

  it('refuses a hash function it does not know, and a lane that ends elsewhere', () => {
    const whole = recordOf([2])
    expect(
      kinds({
        ...whole,
        checkpoints: [],
        lines: [{ ...whole.lines[0]!, event: { ...whole.lines[0]!.event, alg: 'md5' } }, whole.lines[1]!],
      }),
    ).toEqual(['alg'])
    expect(kinds({ ...whole, heads: [{ lane: 0, seq: 3, head: GENESIS }] })).toEqual(['head'])
  })

  it('says in both languages where it is', () => {
    const { findings } = walked({ ...recordOf([2]), heads: [{ lane: 7, seq: 3, head: GENESIS }] })
    expect(findings.map((each) => findingText(each).en)).toEqual(['lane 7 ends at 0, which is not where it should'])
  })
})

describe('an exported record', () => {
  const linesOf = async function* (texts: readonly string[]) {
    yield* texts
  }
  const textsOf = ({ lines, checkpoints, heads }: Record): string[] => {
    const head: BundleHead = { format: BUNDLE_FORMAT, at: '2024-07-01T00:00:00.000Z', heads, checkpoints }
    return [bundleLine(head), ...lines.map(bundleLine)]
  }

  it('is walked like the record itself', async () => {
    const whole = recordOf([3, 2])
    expect(await bundleReport(tools, linesOf(textsOf(whole)))).toEqual(walked(whole))
  })

  it('counts a line nobody can read as a changed event', async () => {
    const texts = textsOf(recordOf([3]))
    for (const broken of ['', '{', 'null', '{"event":{}}', '{"event":{"lane":0,"seq":2,"alg":"sha256","x":"\\ud800"},"contents":null}'])
      expect((await bundleReport(tools, linesOf(texts.toSpliced(2, 1, broken))))?.findings.length).toBeGreaterThan(0)
  })

  it('is not whole when an event says more than was hashed, or less', async () => {
    const texts = textsOf(recordOf([1]))
    const { event, contents } = JSON.parse(texts[1]!) as { readonly event: { readonly key: unknown }; readonly contents: unknown }
    const { key: _key, ...less } = event
    for (const other of [{ ...event, more: 1 }, less, { ...less, more: 1 }])
      expect(
        (await bundleReport(tools, linesOf([texts[0]!, JSON.stringify({ event: other, contents })])))?.findings.length,
      ).toBeGreaterThan(0)
  })

  it('is none without its first line', async () => {
    expect(await bundleReport(tools, linesOf(textsOf(recordOf([3])).slice(1)))).toBe(null)
    expect(await bundleReport(tools, linesOf([]))).toBe(null)
  })
})
