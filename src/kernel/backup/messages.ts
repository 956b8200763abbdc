import { catalogue } from '../../core/messages.ts'
import { failing } from '../failure.ts'

/** Why a backup cannot be made or cannot be trusted. */
export const backupMessages = catalogue({
  'backup.folder': {
    kind: 'unavailable',
    zh: '不能写入 {folder}：{reason}。请检查文件夹、权限和磁盘空间。',
    en: 'Cannot write to {folder}: {reason}. Check the folder, the permissions and the space on the disk.',
  },
  'backup.under-way': {
    kind: 'conflict',
    zh: '这个数据库的另一次备份正在进行。请等它结束。',
    en: 'Another backup of this database is under way. Wait for it to end.',
  },
  'backup.none': {
    kind: 'unknown',
    zh: '{folder} 不是一份完整的备份：没有 SHA256SUMS 或清单。',
    en: '{folder} is not a whole backup: SHA256SUMS or the manifest is missing.',
  },
  'backup.damaged': {
    kind: 'refused',
    zh: '备份中的 {part} 与写入时不同或缺失，没有恢复。请用另一份备份。',
    en: 'In this backup {part} is missing or not what was written; nothing was restored. Use another backup.',
  },
  'backup.key-needed': {
    kind: 'invalid',
    zh: '这份备份是加密的。请用 --key 指出口令文件。',
    en: 'This backup is encrypted. Name the passphrase file with --key.',
  },
  'backup.key-without-use': {
    kind: 'refused',
    zh: '这份备份没有加密，却给了口令文件；可能被人换过。确认后去掉 --key 再恢复。',
    en: 'A passphrase was given but this backup is not encrypted; somebody may have replaced it. If it is the right one, leave out --key.',
  },
  'backup.key-short': {
    kind: 'invalid',
    zh: '口令太短，至少 {least} 个字符。',
    en: 'The passphrase is too short; it needs at least {least} characters.',
  },
  'backup.key-unreadable': { kind: 'invalid', zh: '读不了口令文件 {file}。', en: 'The passphrase file {file} cannot be read.' },
  'backup.sealed': {
    kind: 'refused',
    zh: '用这个口令打不开 {part}：口令不对，或者内容被改过。没有恢复。',
    en: '{part} does not open with this passphrase: it is another one, or the content was changed. Nothing was restored.',
  },
  'backup.newer': {
    kind: 'refused',
    zh: '备份来自更新的版本（步骤 {step}），本程序不认识。请用版本 {version} 恢复。',
    en: 'The backup was made by a newer version (step {step}), which this program does not know. Restore it with version {version}.',
  },
  'backup.not-empty': {
    kind: 'refused',
    zh: '数据库里已有数据表（如 {table}）。只能恢复到空数据库：请另建一个，或用 PLANWRIGHT_DATA 指定新的数据文件夹。',
    en: 'The database has tables already ({table} for one). A backup is restored into an empty one only: create another, or name a new folder in PLANWRIGHT_DATA.',
  },
  'backup.differs': {
    kind: 'refused',
    zh: '表 {table} 恢复后与备份的清单不符（{what}）。数据库已退回为空。',
    en: 'After restoring, the table {table} is not what the manifest says ({what}). The database is empty again.',
  },
  'backup.record': {
    kind: 'refused',
    zh: '备份里的操作记录前后不连贯，可能被改过。数据库已退回为空；请用另一份备份，并请审计人员查看。',
    en: 'The record of what was done does not hang together in this backup; it may have been changed. The database is empty again; use another backup and let an auditor look.',
  },
})
export const fail = failing(backupMessages)
