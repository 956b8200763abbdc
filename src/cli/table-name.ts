import { Misuse } from './command.ts'

const LONGEST = 63

/** A table with its schema or without, as an option names it; PostgreSQL would cut longer names silently. */
export const tableNamed = (option: string, name: string): string => {
  const parts = name.split('.')
  if (parts.length <= 2 && parts.every((part) => part !== '' && Buffer.byteLength(part) <= LONGEST && !/\p{Cc}/u.test(part))) return name
  throw new Misuse({
    zh: `--${option} 应是表名或“模式.表名”，每段 1 到 ${LONGEST} 字节：“${name}”。`,
    en: `--${option} is a table or schema.table, each of 1 to ${LONGEST} bytes: "${name}".`,
  })
}
