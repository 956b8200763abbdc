import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { personWith, postFor, postWith, somebody } from '../../../test/people.ts'
import { freshApp } from '../../../test/site.ts'
import { newId } from '../../kernel/ids.ts'
import { addDepartment, addPost, assign } from './index.ts'
import { departmentsWaiting, installation, messagesFailed, postsVacant } from './waiting.ts'

const { app, database } = await freshApp()
const boss = personWith({ id: (await somebody(database)).id, posts: [postWith('administrator')] })

it('counts posts that nobody holds today, whoever held them or will', async () => {
  const { id: department } = await app.perform(boss, addDepartment, { name: '某局', nameEnglish: 'Some bureau' })
  const { id: post } = await app.perform(boss, addPost, { department, title: '处长', titleEnglish: 'Head', roles: ['officer'] })
  const vacant = async () => (await app.perform(boss, postsVacant, {})).text.en
  expect(await vacant()).toBe('1 post is held by nobody today')
  const { id: person } = await somebody(database)
  await app.perform(boss, assign, { post, person, from: '2024-07-01', to: '2024-07-01' })
  expect(await vacant()).toBe('1 post is held by nobody today')
  await app.perform(boss, assign, { post, person, to: '2024-06-30' })
  expect(await vacant()).toBe('0 posts are held by nobody today')
  await postFor(database, boss, ['planner'])
  expect(await vacant()).toBe('0 posts are held by nobody today')
})

it('knows which departments stand in the pack only, and how the installation is', async () => {
  expect((await app.perform(boss, departmentsWaiting, {})).count).toBe(0)
  expect((await app.perform(boss, messagesFailed, {})).count).toBe(0)
  const wells = async () => Object.fromEntries((await app.perform(boss, installation, {})).map(({ name, isWell }) => [name.en, isWell]))
  expect(await wells()).toEqual({ Program: true, Database: true, Queue: true })
  await sql`insert into kernel_failed (message, listener, type, body, reason, tries, sent_at, failed_at) select ${newId()}::uuid, 'x', 'x', '{}', 'x', 1, now(), now()`.execute(
    database.db,
  )
  expect((await app.perform(boss, messagesFailed, {})).text.en).toBe('1 message was not delivered')
  expect((await wells()).Queue).toBe(false)
})
