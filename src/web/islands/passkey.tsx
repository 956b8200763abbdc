/** Lets a form ask the browser for a passkey before it is sent: what the browser answers goes with the form. */
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

type Data =
  | { readonly does: 'make'; readonly options: PublicKeyCredentialCreationOptionsJSON; readonly failed: string }
  | { readonly does: 'use'; readonly options: PublicKeyCredentialRequestOptionsJSON; readonly failed: string }

const part = document.getElementById('passkey')
const form = part?.querySelector('form')
const answer = part?.querySelector<HTMLInputElement>('input[name=answer]')
const status = part?.querySelector('[role=status]')
const data = JSON.parse(document.getElementById('passkey-data')?.textContent ?? 'null') as Data | null

const ask = async (wanted: Data): Promise<object> =>
  wanted.does === 'make' ? startRegistration({ optionsJSON: wanted.options }) : startAuthentication({ optionsJSON: wanted.options })

if (form && answer && status && data)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    status.textContent = ''
    try {
      answer.value = JSON.stringify(await ask(data))
    } catch {
      // Cancelled, too late, or no passkey here: the browser has told its user why.
      status.textContent = data.failed
      return
    }
    form.submit()
  })
