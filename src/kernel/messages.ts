import { catalogue } from '../core/messages.ts'
import { failing } from './failure.ts'

/** What the machine itself may have to say: at the start, at a door, about the database. */
export const kernelMessages = catalogue({
  'kernel.input': { kind: 'invalid', zh: '填写的内容有 {count} 处不对。', en: 'Places where the input does not fit: {count}.' },
  'kernel.field-missing': { kind: 'invalid', zh: '缺少“{field}”。', en: '"{field}" is missing.' },
  'kernel.field-unknown': { kind: 'invalid', zh: '没有“{field}”这个参数{hint}', en: 'There is no parameter "{field}"{hint}' },
  'kernel.field-type': {
    kind: 'invalid',
    zh: '“{field}”的类型不对，应为 JSON 的 {type}。',
    en: '"{field}" has the wrong type; it should be a JSON {type}.',
  },
  'kernel.field-long': { kind: 'invalid', zh: '“{field}”太长，最多 {limit}。', en: '"{field}" is too long; at most {limit}.' },
  'kernel.field-range': {
    kind: 'invalid',
    zh: '“{field}”超出范围，应 {comparison} {limit}。',
    en: '"{field}" is out of range; it should be {comparison} {limit}.',
  },
  'kernel.field-empty': { kind: 'invalid', zh: '这一项必须填写。', en: 'This has to be filled in.' },
  'kernel.field-form': { kind: 'invalid', zh: '“{field}”的写法不对。', en: '"{field}" has the wrong form.' },
  'kernel.forbidden': {
    kind: 'forbidden',
    zh: '您现在的岗位或权限不能做这件事。谁可以做，见 /authority。',
    en: 'Neither your post nor your rights allow this. Who may do it is listed at /authority.',
  },
  'kernel.sign-in': { kind: 'forbidden', zh: '请先登录。', en: 'Sign in first.' },
  'kernel.same-person': {
    kind: 'refused',
    zh: '同一事项中，您已经办理过与这一步相互分离的另一步，这一步须由另一个人办理。',
    en: 'In this matter you have already taken a step that is kept apart from this one. Another person has to take it.',
  },
  'kernel.no-signing-key': {
    kind: 'unavailable',
    zh: '没有签名用的私钥。请把 PLANWRIGHT_SIGNING_KEY_FILE 设为一个 Ed25519 私钥文件（openssl genpkey -algorithm ed25519）。',
    en: 'There is no key to sign with. Set PLANWRIGHT_SIGNING_KEY_FILE to a file with an Ed25519 private key (openssl genpkey -algorithm ed25519).',
  },
  'kernel.not-there': {
    kind: 'unknown',
    zh: '没有这个对象，或者不在您可以看到的范围内。',
    en: 'There is no such thing, or not within what you may see.',
  },
  'kernel.list-column': {
    kind: 'invalid',
    zh: '列表没有可用的列“{column}”；有：{columns}。',
    en: 'The list has no column "{column}" for this; it has {columns}.',
  },
  'kernel.list-bound': {
    kind: 'invalid',
    zh: '筛选“{column}”填的“{value}”写法不对：日期写作 2023-01-31，数字写作 100，起止之间用两点（..）。退回上一页改正。',
    en: 'What the filter "{column}" holds, "{value}", has the wrong form: a day is written 2023-01-31, a number 100, with two dots (..) between from and to. Go back one page and mend it.',
  },
  'kernel.list-place': {
    kind: 'invalid',
    zh: '列表中的位置读不懂，请从第一页开始。',
    en: 'The place in the list cannot be read; start at the first page.',
  },
  'kernel.list-long': {
    kind: 'refused',
    zh: '符合条件的超过 {most} 行，请再加筛选。',
    en: 'More than {most} rows fit; narrow the filters.',
  },
  'kernel.no-page': {
    kind: 'unknown',
    zh: '没有“{path}”这个地址。请从首页或 /api 找起。',
    en: 'There is nothing at "{path}". Start from the home page or from /api.',
  },
  'kernel.bad-address': {
    kind: 'invalid',
    zh: '地址中有不成对的 % 编码，请检查后再试。',
    en: 'The address holds a broken % encoding; correct it and try again.',
  },
  'kernel.incident': {
    kind: 'unavailable',
    zh: '程序出错，编号 {incident}。请把编号告诉管理员。',
    en: 'The program failed; the incident number is {incident}. Tell it to the administrator.',
  },
  'kernel.body-large': { kind: 'invalid', zh: '内容超过 {limit} 字节。', en: 'The body is larger than {limit} bytes.' },
  'kernel.body-form': {
    kind: 'invalid',
    zh: '内容不是 UTF-8 编码的 JSON 对象，或嵌套太深。',
    en: 'The body is not a JSON object in UTF-8, or is nested too deep.',
  },
  'kernel.zip-broken': { kind: 'invalid', zh: '这不是完好的 ZIP 文件。', en: 'This is not a sound ZIP file.' },
  'kernel.zip-large': {
    kind: 'invalid',
    zh: 'ZIP 里的内容太多：最多 {files} 个文件，解开后最多 {bytes} 字节。',
    en: 'The ZIP holds too much: at most {files} files and {bytes} bytes once unpacked.',
  },
  'kernel.zip-path': {
    kind: 'invalid',
    zh: 'ZIP 里的路径“{path}”指向文件夹之外，或出现了两次。',
    en: 'The path "{path}" in the ZIP leads out of its folder, or stands in it twice.',
  },
  'kernel.workbook-broken': {
    kind: 'invalid',
    zh: '这不是完好的 Excel 工作簿（.xlsx）。请在表格软件里打开，另存为 .xlsx 或 CSV。',
    en: 'This is not a sound Excel workbook (.xlsx). Open it in a spreadsheet program and save it as .xlsx or CSV.',
  },
  'kernel.workbook-old': {
    kind: 'invalid',
    zh: '这是旧式的（.xls）或有密码的工作簿。请另存为没有密码的 .xlsx。',
    en: 'This is an old workbook (.xls), or one with a password. Save it as .xlsx without a password.',
  },
  'kernel.workbook-large': {
    kind: 'invalid',
    zh: '工作表“{sheet}”太大：最多 {cells} 格、{columns} 列。',
    en: 'The sheet "{sheet}" is too large: at most {cells} cells and {columns} columns.',
  },
  'kernel.workbook-error': {
    kind: 'invalid',
    zh: '工作表“{sheet}”的 {cell} 格是错误值 {error}。请改好再传。',
    en: 'Cell {cell} of the sheet "{sheet}" holds the error {error}. Mend it and hand it in again.',
  },
  'kernel.workbook-uncomputed': {
    kind: 'invalid',
    zh: '工作表“{sheet}”的 {cell} 格有公式而没有算出的值。请在表格软件里打开、保存，再传。',
    en: 'Cell {cell} of the sheet "{sheet}" has a formula that was never computed. Open the workbook in a spreadsheet program, save it, and hand it in again.',
  },
  'kernel.workbook-number': {
    kind: 'invalid',
    zh: '工作表“{sheet}”的 {cell} 格不是读得成的数。',
    en: 'Cell {cell} of the sheet "{sheet}" holds no number that can be read.',
  },
  'kernel.media-type': { kind: 'invalid', zh: '这里只接受 application/json。', en: 'Only application/json is accepted here.' },
  'kernel.too-many': {
    kind: 'limited',
    zh: '请求太频繁，请 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  'kernel.no-record': {
    kind: 'refused',
    zh: '操作“{action}”没有留下记录，未予提交。',
    en: 'The action "{action}" left no record and was not committed.',
  },
  'kernel.config': {
    kind: 'invalid',
    zh: '设置 {name}={value} 不对，应为 {expected}。',
    en: 'The setting {name}={value} does not fit; it should be {expected}.',
  },
  'kernel.demo-accounts': {
    kind: 'refused',
    zh: '数据库里有 {count} 个演示账户，任何人不用密码即可使用，正式运行（PLANWRIGHT_MODE=production）不予启动。请换用新的数据库，或先以演示方式启动并停用这些账户。',
    en: 'The database has {count} demo accounts, which anybody may use without a password; a production site does not start with them (PLANWRIGHT_MODE=production). Use a new database, or start it as a demonstration and switch these accounts off.',
  },
  'kernel.port-taken': {
    kind: 'unavailable',
    zh: '端口 {port} 已被占用。请设 PORT=其他端口 再启动。',
    en: 'Port {port} is taken. Set PORT to another one and start again.',
  },
  'kernel.page-method': {
    kind: 'invalid',
    zh: '页面只能读取（GET）和提交表单（POST）。',
    en: 'Pages are read (GET) and forms are posted (POST), nothing else.',
  },
  'kernel.page-foreign': {
    kind: 'forbidden',
    zh: '表单来自别的网站，未予处理。请在本站填写。',
    en: 'The form came from another site and was not taken. Fill it in here.',
  },
  'kernel.host': {
    kind: 'unavailable',
    zh: '本机没有地址 {host}。请设 HOST=127.0.0.1，或本机的另一个地址。',
    en: 'This machine has no address {host}. Set HOST to 127.0.0.1 or another address of it.',
  },
  'kernel.port-denied': {
    kind: 'unavailable',
    zh: '没有权限使用端口 {port}。请设 PORT=1024 以上的端口。',
    en: 'No permission to use port {port}. Set PORT to one above 1024.',
  },
  'kernel.no-secret': {
    kind: 'unavailable',
    zh: '没有设置 PLANWRIGHT_SECRET 或 PLANWRIGHT_SECRET_FILE（至少 32 个字符的随机文字，如 openssl rand -base64 32 的输出）。',
    en: 'Neither PLANWRIGHT_SECRET nor PLANWRIGHT_SECRET_FILE is set: random text of at least 32 characters, such as openssl rand -base64 32 prints.',
  },
  'kernel.already-running': {
    kind: 'unavailable',
    zh: '这个数据库上已有一个策行在运行。请先停止它，或用 PLANWRIGHT_DATA 指定另一个数据文件夹。',
    en: 'A Planwright is already running on this database. Stop it first, or name another data folder in PLANWRIGHT_DATA.',
  },
  'kernel.database-newer': {
    kind: 'unavailable',
    zh: '数据库由更新的版本建立（步骤 {name}）。请使用该版本，或换一个数据文件夹。',
    en: 'The database was made by a newer version (step {name}). Use that version, or another data folder.',
  },
  'kernel.database-unreachable': {
    kind: 'unavailable',
    zh: '连不上数据库：{reason}。请检查 DATABASE_URL。',
    en: 'The database cannot be reached: {reason}. Check DATABASE_URL.',
  },
  'kernel.database-away': {
    kind: 'unavailable',
    zh: '数据库暂时没有回应，请稍后再试；已确认的数据没有丢失。',
    en: 'The database does not answer at the moment; try again shortly. Nothing acknowledged was lost.',
  },
  'kernel.database-old': {
    kind: 'unavailable',
    zh: '数据库是 PostgreSQL {version}，至少需要 15。',
    en: 'The database is PostgreSQL {version}; at least 15 is needed.',
  },
  'kernel.database-encoding': {
    kind: 'unavailable',
    zh: '数据库的编码是 {encoding}，需要 UTF8。',
    en: 'The database’s encoding is {encoding}; UTF8 is needed.',
  },
  'kernel.no-binary': {
    kind: 'unavailable',
    zh: '没有适合 {platform} 的内置 PostgreSQL。请在 DATABASE_URL 中指定自己的 PostgreSQL。',
    en: 'There is no embedded PostgreSQL for {platform}. Name your own in DATABASE_URL.',
  },
  'kernel.no-account': {
    kind: 'unavailable',
    zh: 'root 不能运行 PostgreSQL，也没有 postgres 或 nobody 账户可用。请用普通用户启动，或设 DATABASE_URL。',
    en: 'PostgreSQL does not run as root, and no account postgres or nobody can be used. Start as an ordinary user, or set DATABASE_URL.',
  },
  'kernel.no-space': {
    kind: 'unavailable',
    zh: '磁盘已满：{path}。请腾出空间后再启动；已确认的数据没有丢失。',
    en: 'The disk is full at {path}. Free some space and start again; nothing acknowledged was lost.',
  },
  'kernel.no-permission': {
    kind: 'unavailable',
    zh: '没有权限写入 {path}。请更改权限，或用 PLANWRIGHT_DATA 指定另一个文件夹。',
    en: 'No permission to write to {path}. Change it, or name another folder in PLANWRIGHT_DATA.',
  },
  'kernel.database-start': {
    kind: 'unavailable',
    zh: '内置 PostgreSQL 没有启动；原因见 {log}。',
    en: 'The embedded PostgreSQL did not start; the reason is in {log}.',
  },
  'kernel.file-empty': { kind: 'invalid', zh: '文件“{name}”是空的。', en: 'The file "{name}" is empty.' },
  'kernel.file-large': { kind: 'invalid', zh: '文件“{name}”超过 {limit} MB。', en: 'The file "{name}" is larger than {limit} MB.' },
  'kernel.file-ending': {
    kind: 'invalid',
    zh: '不接受文件“{name}”：文件名应以下列之一结尾：{endings}。',
    en: 'The file "{name}" is not taken: its name should end with one of {endings}.',
  },
  'kernel.file-content': {
    kind: 'invalid',
    zh: '文件“{name}”的内容不是 {ending}（文本须为 UTF-8）。请重新导出后再上传。',
    en: 'What is in "{name}" is no {ending} (texts have to be UTF-8). Export it again and hand it in once more.',
  },
  'kernel.file-gone': {
    kind: 'unavailable',
    zh: '文件 {hash} 已不在原处或被改动。请告诉管理员。',
    en: 'The file {hash} is no longer there, or was altered. Tell the administrator.',
  },
  'kernel.journal-away': {
    kind: 'unavailable',
    zh: '日志文件夹 {folder} 不在，或者写不进去。刚才的操作可能已经生效，请先查看；在管理员修好它并重新启动之前，不再办理任何操作。',
    en: 'The folder of the journal, {folder}, is not there or cannot be written. What was just done may stand: look before doing it again. Nothing more is done until an administrator has mended it and started the site again.',
  },
  'kernel.journal-ahead': {
    kind: 'refused',
    zh: '日志文件夹 {folder} 里有数据库没有的记录（{place}）：数据库的末尾被截掉，或恢复了较早的备份。请先查清；确认之后，保留这个文件夹，用 PLANWRIGHT_JOURNAL 另指定一个空的。',
    en: 'The journal in {folder} has an event that the database lacks ({place}): its end was cut off, or an older backup was restored. Find out first; then keep this folder and name an empty one with PLANWRIGHT_JOURNAL.',
  },
  'kernel.journal-broken': {
    kind: 'refused',
    zh: '日志文件夹 {folder} 里，文件 {file} 不见了或被改动过：它与前后的文件对不上。请从副本取回；取不回时，保留这个文件夹，用 PLANWRIGHT_JOURNAL 另指定一个空的。',
    en: 'In the journal in {folder}, the file {file} is missing or was altered: it does not fit the ones before and after it. Fetch it from a copy; where there is none, keep this folder and name an empty one with PLANWRIGHT_JOURNAL.',
  },
  'kernel.letters-account': {
    kind: 'limited',
    zh: '您一小时内让本站寄出的这类信太多（上限 {most} 封）。请 {minutes} 分钟后再试。',
    en: 'You have had too many letters of this kind sent within an hour (at most {most}). Try again in {minutes} minutes.',
  },
  'kernel.letters-enterprise': {
    kind: 'limited',
    zh: '这家企业一小时内寄出的这类信太多（上限 {most} 封）。请 {minutes} 分钟后再试。',
    en: 'This enterprise has had too many letters of this kind sent within an hour (at most {most}). Try again in {minutes} minutes.',
  },
  'kernel.letters-address': {
    kind: 'limited',
    zh: '一小时内寄往这个邮箱的这类信太多（上限 {most} 封）。请检查邮箱是否写对，{minutes} 分钟后再试。',
    en: 'Too many letters of this kind went to this address within an hour (at most {most}). Check the address, and try again in {minutes} minutes.',
  },
  'kernel.letter-unreadable': {
    kind: 'unknown',
    zh: '这封邮件已发出、已清除，或者不是用现在的密钥封存的，不能再发。',
    en: 'This letter was sent or cleared away, or was sealed with another secret; it cannot be sent.',
  },
  'kernel.letter-refused': {
    kind: 'unavailable',
    zh: '邮件服务器没有收下邮件：{reason}。请检查 PLANWRIGHT_SMTP 和收件地址。',
    en: 'The mail server did not take the letter: {reason}. Check PLANWRIGHT_SMTP and the address.',
  },
  'kernel.delivery-unknown': {
    kind: 'unknown',
    zh: '没有这条失败的消息；它可能已经重试或作废。',
    en: 'There is no such failed message; it may have been tried again or discarded.',
  },
})
export const fail = failing(kernelMessages)
