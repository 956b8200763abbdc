import { expect, it } from 'vitest'
import { groundOf } from '../../../test/database.ts'
import { personWith, postWith } from '../../../test/people.ts'
import { freshApp } from '../../../test/site.ts'
import { appOf } from '../../app.ts'
import { verifyRecord } from './index.ts'
import { recordWaiting } from './waiting.ts'

it('waits for auditors until the record was verified, and again a week later', async () => {
  const { app, database } = await freshApp()
  const auditor = personWith({ posts: [postWith('auditor')] })
  expect((await app.perform(auditor, recordWaiting, {})).text.en).toBe('The record was never verified')
  await app.perform(auditor, verifyRecord, {})
  expect(await app.perform(auditor, recordWaiting, {})).toMatchObject({ count: 0 })
  const later = appOf(groundOf(database, '2099-01-01T00:00:00Z'))
  expect(await later.perform(auditor, recordWaiting, {})).toMatchObject({ count: 1 })
})
