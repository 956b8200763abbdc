import type { Text } from '../../core/messages.ts'

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]
/** In this order: most browsers also say that they are those after them. */
const BROWSERS: readonly (readonly [RegExp, Text])[] = [
  [/MicroMessenger/, { zh: '微信', en: 'WeChat' }],
  [/Edg\//, { zh: 'Edge', en: 'Edge' }],
  [/Firefox\//, { zh: 'Firefox', en: 'Firefox' }],
  [/Chrome\//, { zh: 'Chrome', en: 'Chrome' }],
  [/Safari\//, { zh: 'Safari', en: 'Safari' }],
]
const UNKNOWN: Text = { zh: '未知设备', en: 'Unknown device' }

/** A browser and its system in two words, out of what it says of itself; good for recognising one's own, and for nothing else. */
export const browserOf = (agent: string): Text => {
  const browser = BROWSERS.find(([form]) => form.test(agent))?.[1]
  const system = SYSTEMS.find(([form]) => form.test(agent))?.[1]
  if (!browser && !system) return UNKNOWN
  const said = (name: string | undefined): string => [name, system].filter((each) => each !== undefined).join(' · ')
  return { zh: said(browser?.zh), en: said(browser?.en) }
}
