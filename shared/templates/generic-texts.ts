import type { Language } from '../language.ts'
import type { Phase } from '../reading/notification.ts'

/** Where the sender's own words go into a template's text. */
export const TEXT_TOKEN = '{textToken}'

/** The texts of a template for one occasion. An SMS and the body of an e-mail have the same text. */
export type TemplateTexts = { readonly subject: string; readonly text: string }

/**
 * The texts of `GenericAltinnMessage`, letter for letter. docs/altinn/correspondence.md §3. "Ein melding" is how Altinn
 * writes it.
 */
export const GENERIC_TEXTS: Readonly<Record<Language, Readonly<Record<Phase, TemplateTexts>>>> = {
  nb: {
    main: {
      subject: 'En melding har blitt mottatt i Altinn {textToken}',
      text: 'Hei. $correspondenceRecipientName$ har mottatt en ny melding fra $sendersName$. {textToken}Logg deg inn i Altinn for å se denne meldingen.',
    },
    reminder: {
      subject: 'Påminnelse - en melding har blitt mottatt i Altinn {textToken}',
      text: 'Hei. Dette er en påminnelse om at $correspondenceRecipientName$ har mottatt en ny melding fra $sendersName$. {textToken}Logg deg inn i Altinn for å se denne meldingen.',
    },
  },
  nn: {
    main: {
      subject: 'Ein melding har blitt motteke i Altinn {textToken}',
      text: 'Hei. $correspondenceRecipientName$ har motteke ei ny melding frå $sendersName$. {textToken}Logg deg inn i Altinn for å sjå denne meldinga.',
    },
    reminder: {
      subject: 'Påminning - ein melding har blitt motteke i Altinn {textToken}',
      text: 'Hei. Dette er ei påminning om at $correspondenceRecipientName$ har motteke ei ny melding frå $sendersName$. {textToken}Logg deg inn i Altinn for å sjå denne meldinga.',
    },
  },
  en: {
    main: {
      subject: 'A message has been received in Altinn {textToken}',
      text: 'Hello. $correspondenceRecipientName$ has received a new message from $sendersName$. {textToken}Log in to Altinn to see this message.',
    },
    reminder: {
      subject: 'Reminder - a message has been received in Altinn {textToken}',
      text: 'Hello. This is a reminder that $correspondenceRecipientName$ has received a new message from $sendersName$. {textToken}Log in to Altinn to see this message.',
    },
  },
}
