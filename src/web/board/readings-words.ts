/** Words that the pages of readings share. */
/** What became of a reading that somebody entered. */
export const stateText = {
  waiting: { zh: '等待审核', en: 'waiting for approval' },
  approved: { zh: '已审核，公开', en: 'approved, public' },
  returned: { zh: '被退回', en: 'returned' },
  again: { zh: '被退回，已重报', en: 'returned, entered again' },
} as const
export const WORDS = {
  readings: { zh: '数据报送', en: 'Readings' },
  enter: { zh: '报送一个数', en: 'Enter one reading' },
  mine: { zh: '我报的数', en: 'What I entered' },
  upload: { zh: '从表格报送', en: 'Enter from a spreadsheet' },
  approvedLater: {
    zh: '另一人审核后才算数；从审核那天起公开。',
    en: 'It counts once another person has approved it, and is public from that day.',
  },
} as const
