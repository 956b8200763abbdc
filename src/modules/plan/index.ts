export { type Assessment, assess, assessAll, METHOD_VERSION, publishedOn, readingsAsOf } from './rules/assess.ts'
export { categoryText, measured, periodText, probabilityText, promised, reasonText, sentenceOf, summaryOf } from './rules/words.ts'
