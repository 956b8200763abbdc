import { describe, expect, it } from 'vitest'
import { Failure } from '../kernel/failure.ts'
import { type Forms, posted } from './form.ts'

const text = { kind: 'invalid', zh: '不对', en: 'wrong' } as const
const forms: Forms = {
  rename: async ({ text }) => `/account?done=${text('name') === '' ? 'nothing' : 'renamed'}`,
  refuse: async () => {
    throw new Failure('test.wrong', text, {}, [{ field: 'name', code: 'test.name', message: { zh: '名称', en: 'name' } }])
  },
  forbid: async () => {
    throw new Failure('test.no', { ...text, kind: 'forbidden' })
  },
  fail: async () => {
    throw new Error('a bug')
  },
}
const post = (typed: Readonly<Record<string, string>>, path = '/account') =>
  posted(new Request(`http://site${path}`, { method: 'POST', body: new URLSearchParams(typed) }), forms)

describe('a posted form', () => {
  it('leads to the next page once it is done, in the language of the page', async () => {
    const done = (await post({ do: 'rename', name: ' 张三 ' })) as Response
    expect([done.status, done.headers.get('location')]).toEqual([303, '/account?done=renamed'])
    expect(((await post({ do: 'rename' }, '/en/account')) as Response).headers.get('location')).toBe('/en/account?done=nothing')
  })

  it('comes back with what is wrong and what was typed, but never with a secret', async () => {
    const back = await post({ do: 'refuse', name: '李四', password: 'hunter2', newPassword: 'hunter3' })
    expect(back).toMatchObject({
      init: { status: 400 },
      data: { form: 'refuse', code: 'test.wrong', problems: [{ field: 'name' }], typed: { do: ['refuse'], name: ['李四'] } },
    })
    expect(JSON.stringify(back)).not.toContain('hunter')
  })

  it('is a page of its own for whoever may not, and for a form that the page does not have', async () => {
    await expect(post({ do: 'forbid' })).rejects.toMatchObject({ init: { status: 403 } })
    for (const name of ['', 'constructor', 'other']) await expect(post({ do: name })).rejects.toMatchObject({ init: { status: 404 } })
  })

  it('lets a bug be a bug', async () => {
    await expect(post({ do: 'fail' })).rejects.toThrow('a bug')
  })
})
