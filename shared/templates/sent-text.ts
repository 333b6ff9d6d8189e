import type { ReadDocument, Text } from '../reading/document.ts'
import { type Phase, TEXT_MEMBERS } from '../reading/notification.ts'
import { type OwnTexts, renderNotification } from './render-notification.ts'
import { templateLanguage } from './template-language.ts'

type Place = { readonly phase: Phase; readonly name: keyof OwnTexts }

const PHASES: readonly Phase[] = ['main', 'reminder']
const NAMES = ['subject', 'body', 'sms'] as const satisfies readonly (keyof OwnTexts)[]

const PLACES = new Map<string, Place>(
  PHASES.flatMap((phase) => NAMES.map((name) => [TEXT_MEMBERS[phase][name].toLowerCase(), { phase, name }] as const)),
)

/** The language that a document's templates are in. */
export function languageOfTemplates({ fields }: ReadDocument): ReturnType<typeof templateLanguage> {
  const said = fields.find(({ role }) => role === 'language-code')?.value
  return templateLanguage(typeof said === 'string' ? said : undefined)
}

/**
 * A text of a document as it is sent, with Altinn's words around it where its notification asks for them. Keywords still
 * stand in it. A text that belongs to no notification is sent as it is.
 */
export function sentText(text: Text, document: ReadDocument): string {
  const view = text.within && document.notifications.find(({ object }) => object === text.within)
  const place = PLACES.get(String(text.path.at(-1)).toLowerCase())
  if (!view || !place) return text.value
  const template = view.ownText === false ? 'GenericAltinnMessage' : 'CustomMessage'
  const { phase, name } = place
  const language = languageOfTemplates(document)
  return renderNotification({ template, language, phase, texts: { [name]: text.value } })[name]
}
