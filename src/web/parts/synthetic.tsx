/** What every page and every file says that shows an enterprise nobody has. */
import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'

export const SYNTHETIC: Text = {
  zh: '这里有合成的演示企业：由种子生成，不是任何真实的企业。',
  en: 'There are synthetic enterprises here, made from a seed for demonstration; they are nobody real.',
}

/** What is said of a whole city that is made up. */
export const INVENTED: Text = {
  zh: '这是虚构的城市，数据均为虚构。',
  en: 'This city is invented, and so are its data.',
}

export const Synthetic = () => {
  const { say } = useSay()
  return <p className="synthetic">{say(SYNTHETIC)}</p>
}
