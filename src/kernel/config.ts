import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { HashName } from '../core/evidence/event.ts'
import { hashNameOf } from './audit/hash.ts'
import { fail } from './messages.ts'
import { receiverAddress, type WebhookReceiver, webhookKey } from './webhook.ts'

/** A demonstration, where everything is invented and ready accounts may be used by everybody, or the real thing. */
export type Mode = 'demo' | 'production'

/** Who else vouches for people: an OpenID Connect provider, and what it knows this site by. */
export type ProviderConfig = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly name: string }

/** Settings of the machine, read once from the environment. What is not set has one default. */
export type Config = {
  readonly mode: Mode
  readonly port: number
  readonly host: string
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null
  /** Where the embedded database and its binaries live; null: chosen by the account that starts. */
  readonly dataFolder: string | null
  /** The time zone in which a day begins and ends. */
  readonly timeZone: string
  /** Folder of this installation: packs, build. */
  readonly home: string
  /** The folder of the pack that a start publishes; null: the one that ships. */
  readonly packFolder: string | null
  /** How many synthetic enterprises a first start makes; in production none unless they are asked for. */
  readonly demoEnterprises: number
  /** Over how many synthetic enterprises a first demonstration computes what everything would cost; 0: it does not. */
  readonly demoRun: number
  /** How many synthetic enterprises the policy lab computes over; null: as many as the pack says. */
  readonly labEnterprises: number | null
  /** Where files that people hand in are kept; null: beside the embedded database. */
  readonly filesFolder: string | null
  /** The command that scans such a file; null: none. */
  readonly scanner: string | null
  /** Requests an address may make in a minute. */
  readonly requestsPerMinute: number
  /** With what is sealed: the first one seals, all of them open. Empty: none is named. */
  readonly secrets: readonly string[]
  /** Where people find the site, such as https://plan.example.cn; null: wherever a request came to, which only a demonstration may say. */
  readonly origin: string | null
  /** The server that mails go out through, and what they say about where they come from; null: none, they stay where they are. */
  readonly mail: { readonly smtp: string; readonly from: string } | null
  /** Null: people sign in with passwords and passkeys only. */
  readonly provider: ProviderConfig | null
  /** The hash function of new events of the record. */
  readonly hash: HashName
  /** The private key that signs checkpoints, as PEM; null: none is named. */
  readonly signingKey: string | null
  /** The folder outside of the database whose files have a line for every event of the record; null: none. */
  readonly journalFolder: string | null
  /** The folder into which a site backs up every night; null: it does not. */
  readonly backupsFolder: string | null
  /** The file with the passphrase by which those backups are encrypted; null: they are not. */
  readonly backupKeyFile: string | null
  /** Who may be told of events. */
  readonly webhooks: readonly WebhookReceiver[]
}

const whole = (name: string, text: string | undefined, fallback: number, low: number, high: number): number => {
  if (text === undefined || text === '') return fallback
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return value >= low && value <= high ? value : fail('kernel.config', { name, value: text, expected: `${low}–${high}` })
}

const modeOf = (text: string | undefined): Mode => {
  if (text === undefined || text === '') return 'demo'
  return text === 'demo' || text === 'production'
    ? text
    : fail('kernel.config', { name: 'PLANWRIGHT_MODE', value: text, expected: 'demo, production' })
}

/** The time zone in which a day begins and ends: China's, where the rules are in force, unless the environment names another. */
export const timeZoneOf = (environment: NodeJS.ProcessEnv): string => {
  const zone = environment.PLANWRIGHT_TIME_ZONE || 'Asia/Shanghai'
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch {
    return fail('kernel.config', { name: 'PLANWRIGHT_TIME_ZONE', value: zone, expected: 'Asia/Shanghai' })
  }
}

/** A setting that nobody should see in a list of processes: itself, or the text of the file that `NAME_FILE` names. */
const secretSetting = (environment: NodeJS.ProcessEnv, name: string): string | null => {
  const file = environment[`${name}_FILE`]
  if (environment[name] || !file) return environment[name] || null
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    return fail('kernel.config', { name: `${name}_FILE`, value: file, expected: String((error as NodeJS.ErrnoException).code) })
  }
}

const SHORTEST_SECRET = 32

/** Secrets apart by spaces or line ends. */
const secretsIn = (environment: NodeJS.ProcessEnv): readonly string[] => {
  const secrets = (secretSetting(environment, 'PLANWRIGHT_SECRET') ?? '').split(/\s+/).filter((each) => each !== '')
  if (secrets.some((each) => each.length < SHORTEST_SECRET))
    fail('kernel.config', { name: 'PLANWRIGHT_SECRET', value: '…', expected: `≥ ${SHORTEST_SECRET}` })
  return secrets
}

/** Scheme, host and port, without a slash at the end; in production with TLS, without which no browser would keep a session. */
const originIn = ({ PLANWRIGHT_ORIGIN: text = '' }: NodeJS.ProcessEnv, mode: Mode): string | null => {
  if (text === '' && mode === 'demo') return null
  const url = URL.canParse(text) ? new URL(text) : null
  const schemes = mode === 'demo' ? /^https?:$/ : /^https:$/
  const isOrigin = url !== null && schemes.test(url.protocol) && url.origin === text.replace(/\/$/, '')
  return isOrigin ? url.origin : fail('kernel.config', { name: 'PLANWRIGHT_ORIGIN', value: text, expected: 'https://plan.example.cn' })
}

/** `smtp://user:password@host:port`, or `smtps://…`. Whatever is wrong with it is said without showing it. */
const mailIn = (environment: NodeJS.ProcessEnv): Config['mail'] => {
  const smtp = secretSetting(environment, 'PLANWRIGHT_SMTP')
  const from = environment.PLANWRIGHT_MAIL_FROM ?? ''
  if (smtp === null) return null
  if (!URL.canParse(smtp) || !/^smtps?:$/.test(new URL(smtp).protocol))
    return fail('kernel.config', { name: 'PLANWRIGHT_SMTP', value: '…', expected: 'smtps://user:password@mail.example.cn:465' })
  return /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from)
    ? { smtp, from }
    : fail('kernel.config', { name: 'PLANWRIGHT_MAIL_FROM', value: from, expected: '策行 <planwright@example.cn>' })
}

/** The issuer speaks TLS, or stands on this very machine. */
const providerIn = (environment: NodeJS.ProcessEnv): ProviderConfig | null => {
  const issuer = environment.PLANWRIGHT_OIDC_ISSUER
  if (!issuer) return null
  const needed = (name: string, value: string | null | undefined): string =>
    value || fail('kernel.config', { name, value: '', expected: '…' })
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  if (!isSafe) fail('kernel.config', { name: 'PLANWRIGHT_OIDC_ISSUER', value: issuer, expected: 'https://id.example.cn' })
  return {
    issuer,
    clientId: needed('PLANWRIGHT_OIDC_CLIENT_ID', environment.PLANWRIGHT_OIDC_CLIENT_ID),
    clientSecret: needed('PLANWRIGHT_OIDC_CLIENT_SECRET', secretSetting(environment, 'PLANWRIGHT_OIDC_CLIENT_SECRET')),
    name: environment.PLANWRIGHT_OIDC_NAME || new URL(issuer).host,
  }
}

/** Receivers as `name=address`, apart by spaces; the secrets of each stand in a setting of its own, apart by spaces: all of them sign. */
const webhooksIn = (environment: NodeJS.ProcessEnv, mode: Mode): readonly WebhookReceiver[] =>
  (environment.PLANWRIGHT_WEBHOOKS ?? '')
    .split(/\s+/)
    .filter((each) => each !== '')
    .map((each, index, all) => {
      const [, name = '', address = ''] = /^([a-z][a-z0-9-]{0,39})=(.+)$/.exec(each) ?? []
      const url = receiverAddress(address, mode === 'demo')
      const isFirst = all.findIndex((other) => other.startsWith(`${name}=`)) === index
      if (url === null || !isFirst)
        return fail('kernel.config', { name: 'PLANWRIGHT_WEBHOOKS', value: each, expected: 'name=https://example.cn/hook' })
      const setting = `PLANWRIGHT_WEBHOOK_${name.toUpperCase().replaceAll('-', '_')}`
      const secrets = (secretSetting(environment, setting) ?? '').split(/\s+/).map(webhookKey)
      const keys = secrets.filter((key) => key !== null)
      return keys.length === secrets.length
        ? { name, url, keys }
        : fail('kernel.config', { name: setting, value: '…', expected: 'whsec_…' })
    })

export const configOf = (environment: NodeJS.ProcessEnv, home: string): Config => ({
  mode: modeOf(environment.PLANWRIGHT_MODE),
  port: whole('PORT', environment.PORT, 4620, 0, 65535),
  host: environment.HOST || '127.0.0.1',
  databaseUrl: environment.DATABASE_URL || null,
  dataFolder: environment.PLANWRIGHT_DATA ? path.resolve(environment.PLANWRIGHT_DATA) : null,
  timeZone: timeZoneOf(environment),
  home,
  packFolder: environment.PLANWRIGHT_PACK ? path.resolve(environment.PLANWRIGHT_PACK) : null,
  demoEnterprises: whole(
    'PLANWRIGHT_DEMO',
    environment.PLANWRIGHT_DEMO,
    modeOf(environment.PLANWRIGHT_MODE) === 'demo' ? 20_000 : 0,
    0,
    2_000_000,
  ),
  demoRun: whole('PLANWRIGHT_DEMO_RUN', environment.PLANWRIGHT_DEMO_RUN, 100_000, 0, 2_000_000),
  labEnterprises: environment.PLANWRIGHT_LAB ? whole('PLANWRIGHT_LAB', environment.PLANWRIGHT_LAB, 0, 1, 20_000_000) : null,
  filesFolder: environment.PLANWRIGHT_FILES ? path.resolve(environment.PLANWRIGHT_FILES) : null,
  scanner: environment.PLANWRIGHT_SCAN || null,
  requestsPerMinute: whole('PLANWRIGHT_REQUESTS', environment.PLANWRIGHT_REQUESTS, 1200, 1, 1_000_000),
  secrets: secretsIn(environment),
  origin: originIn(environment, modeOf(environment.PLANWRIGHT_MODE)),
  provider: providerIn(environment),
  hash: hashNameOf(environment),
  mail: mailIn(environment),
  signingKey: secretSetting(environment, 'PLANWRIGHT_SIGNING_KEY'),
  journalFolder: environment.PLANWRIGHT_JOURNAL ? path.resolve(environment.PLANWRIGHT_JOURNAL) : null,
  backupsFolder: environment.PLANWRIGHT_BACKUPS ? path.resolve(environment.PLANWRIGHT_BACKUPS) : null,
  backupKeyFile: environment.PLANWRIGHT_BACKUP_KEY ? path.resolve(environment.PLANWRIGHT_BACKUP_KEY) : null,
  webhooks: webhooksIn(environment, modeOf(environment.PLANWRIGHT_MODE)),
})

/** Making one costs more than most requests, so each zone's is made once. */
const calendars = new Map<string, Intl.DateTimeFormat>()
const calendarOf = (zone: string): Intl.DateTimeFormat => {
  const known = calendars.get(zone)
  if (known) return known
  const fresh = new Intl.DateTimeFormat('en-CA', { timeZone: zone })
  calendars.set(zone, fresh)
  return fresh
}

/** The day it is now where the rules are in force. */
export const dayIn = (zone: string, now: Date): string => calendarOf(zone).format(now)
