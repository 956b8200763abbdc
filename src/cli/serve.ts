import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Command } from './command.ts'

const runner = path.resolve(import.meta.dirname, '../../scripts/run.mjs')

/** Starts the site as `npm start` does; signals are passed on, and its exit code is ours. */
export const command: Command = {
  name: 'serve',
  operands: [],
  means: { zh: '启动网站（同 npm start），Ctrl-C 停止', en: 'start the site (as npm start does); Ctrl-C stops it' },
  options: {},
  settings: {
    PORT: { zh: '端口（默认 4620，0 为任一空闲端口）', en: 'port (default 4620; 0: any free one)' },
    HOST: { zh: '监听地址（默认 127.0.0.1）', en: 'address to listen on (default 127.0.0.1)' },
    DATABASE_URL: { zh: '自己的 PostgreSQL 15 或更新（默认内置）', en: 'your own PostgreSQL, 15 or newer (default: embedded)' },
    PLANWRIGHT_DATA: { zh: '内置数据库的文件夹', en: 'folder of the embedded database' },
    PLANWRIGHT_PACK: { zh: '启动时发布的包（默认随附的包）', en: 'pack that a start publishes (default: the one that ships)' },
    PLANWRIGHT_LAB: {
      zh: '政策实验室用多少家合成企业演算（默认按规则包）',
      en: 'synthetic enterprises that the policy lab computes over (default: as the pack says)',
    },
    PLANWRIGHT_DEMO: { zh: '首次启动装入多少家演示企业（默认 20000）', en: 'synthetic enterprises a first start makes (default 20000)' },
    PLANWRIGHT_DEMO_RUN: {
      zh: '首次启动的演示站点用多少家合成企业测算一次（默认 100000，0 为不测算）',
      en: 'synthetic enterprises over which a first demonstration computes all costs (default 100000; 0: none)',
    },
    PLANWRIGHT_REQUESTS: { zh: '每个地址每分钟最多请求数（默认 1200）', en: 'requests an address may make in a minute (default 1200)' },
    PLANWRIGHT_SECRET: {
      zh: '封存密钥等用的秘密，至少 32 个字符；先写新的，后写旧的（演示时自动生成）',
      en: 'what secrets are sealed with, at least 32 characters; the new one first, then old ones (made for a demonstration)',
    },
    PLANWRIGHT_SECRET_FILE: { zh: '或写有它的文件', en: 'or a file that holds it' },
    PLANWRIGHT_MODE: {
      zh: 'demo（默认：一切是虚构的，任何人可用演示账户）或 production',
      en: 'demo (default: everything is invented, anybody may use demo accounts) or production',
    },
    PLANWRIGHT_ORIGIN: {
      zh: '用户访问的网址，如 https://plan.example.cn（默认按请求）',
      en: 'where people find the site, such as https://plan.example.cn (default: as they ask)',
    },
    PLANWRIGHT_SMTP: {
      zh: '发邮件的服务器 smtp[s]://用户:密码@主机:端口，或 PLANWRIGHT_SMTP_FILE（默认不发）',
      en: 'server for mails, smtp[s]://user:password@host:port, or PLANWRIGHT_SMTP_FILE (default: none go out)',
    },
    PLANWRIGHT_MAIL_FROM: { zh: '邮件的发件人', en: 'whom mails come from' },
    PLANWRIGHT_OIDC_ISSUER: { zh: '统一身份认证（OpenID Connect）的网址', en: 'issuer of an OpenID Connect provider to sign in through' },
    PLANWRIGHT_OIDC_CLIENT_ID: { zh: '本站在那里的编号', en: 'what this site is called there' },
    PLANWRIGHT_OIDC_CLIENT_SECRET: {
      zh: '本站在那里的秘密（或用 …_FILE 指定文件）',
      en: 'its secret there (or a file that holds it, in …_FILE)',
    },
    PLANWRIGHT_OIDC_NAME: { zh: '登录按钮上的名称（默认其主机名）', en: 'name on the sign-in button (default: its host)' },
    PLANWRIGHT_JOURNAL: {
      zh: '数据库之外的日志文件夹，每天一个文件，每条操作记录一行（默认没有）',
      en: 'folder outside of the database, a file a day, with a line for every event of the record (default: none)',
    },
    PLANWRIGHT_BACKUPS: { zh: '每夜备份到这个文件夹（默认不备份）', en: 'folder for a backup every night (default: none)' },
    PLANWRIGHT_BACKUP_KEY: { zh: '这些备份的口令文件（默认不加密）', en: 'passphrase file for those backups (default: not encrypted)' },
    PLANWRIGHT_TIME_ZONE: { zh: '一天从何时算起（默认 Asia/Shanghai）', en: 'where a day begins (default Asia/Shanghai)' },
  },
  run: () =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [runner, 'start'], { stdio: 'inherit' })
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => child.kill(signal))
      child.on('error', reject)
      child.on('close', (code) => resolve(code ?? 1))
    }),
}
