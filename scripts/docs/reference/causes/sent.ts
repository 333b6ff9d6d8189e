import type { Cause } from './cause.ts'

/** Refusals about what was sent before: orders, shipments, and what belongs to an organisation. */
export const SENT_CAUSES = {
  'order-not-found': {
    cause: {
      en: 'Your organisation has no order with this id.',
      nb: 'Organisasjonen din har ingen ordre med denne id-en.',
      nn: 'Organisasjonen din har ingen ordre med denne id-en.',
    },
    remedy: {
      en: 'Use the id from the answer to the order, with a token of the same organisation.',
      nb: 'Bruk id-en fra svaret på ordren, med et token for samme organisasjon.',
      nn: 'Bruk id-en frå svaret på ordren, med eit token for same organisasjon.',
    },
  },
  'order-not-cancellable': {
    cause: {
      en: 'The order is being sent, or falls due within five minutes.',
      nb: 'Ordren er under sending, eller forfaller innen fem minutter.',
      nn: 'Ordren er under sending, eller forfell innan fem minutt.',
    },
    remedy: {
      en: 'It goes out. Cancel its reminders, each by its own id.',
      nb: 'Den blir sendt. Avbryt revarslene, hvert med sin egen id.',
      nn: 'Han blir send. Avbryt revarsla, kvart med sin eigen id.',
    },
  },
  'NOT-00001': {
    cause: {
      en: 'A recipient of the order, or of a reminder, has no address in the channels that it may use.',
      nb: 'En mottaker av ordren, eller av et revarsel, har ingen adresse i kanalene som kan brukes.',
      nn: 'Ein mottakar av ordren, eller av eit revarsel, har inga adresse i kanalane som kan brukast.',
    },
    remedy: {
      en: 'Choose another channel or recipient. The key is still free.',
      nb: 'Velg en annen kanal eller mottaker. Nøkkelen er fortsatt ledig.',
      nn: 'Vel ein annan kanal eller mottakar. Nøkkelen er framleis ledig.',
    },
  },
  'NOT-00003': {
    cause: {
      en: 'Your organisation has no shipment with this id.',
      nb: 'Organisasjonen din har ingen forsendelse med denne id-en.',
      nn: 'Organisasjonen din har inga forsending med denne id-en.',
    },
    remedy: {
      en: 'Use `notification.shipmentId` of the answer, with a token of the same organisation.',
      nb: 'Bruk `notification.shipmentId` fra svaret, med et token for samme organisasjon.',
      nn: 'Bruk `notification.shipmentId` frå svaret, med eit token for same organisasjon.',
    },
  },
  'webhook-not-found': {
    cause: {
      en: 'Your organisation has no webhook with this id.',
      nb: 'Organisasjonen din har ingen webhook med denne id-en.',
      nn: 'Organisasjonen din har ingen webhook med denne id-en.',
    },
    remedy: {
      en: 'List the webhooks to find their ids.',
      nb: 'List opp webhookene for å finne id-ene.',
      nn: 'List opp webhookane for å finne id-ane.',
    },
  },
  'webhook-limit': {
    cause: {
      en: 'Your organisation has as many webhooks as it may have.',
      nb: 'Organisasjonen din har så mange webhooker som den kan ha.',
      nn: 'Organisasjonen din har så mange webhookar som han kan ha.',
    },
    remedy: {
      en: 'Delete one, or change the address of one.',
      nb: 'Slett en, eller endre adressen til en.',
      nn: 'Slett ein, eller endre adressa til ein.',
    },
  },
  'suppression-not-found': {
    cause: {
      en: 'Your organisation has no suppression with this id.',
      nb: 'Organisasjonen din har ingen sperring med denne id-en.',
      nn: 'Organisasjonen din har inga sperring med denne id-en.',
    },
    remedy: {
      en: 'List the suppressions to find their ids, or find one by its address. Mail goes to every other address.',
      nb: 'List opp sperringene for å finne id-ene, eller finn en etter adressen. E-post går til alle andre adresser.',
      nn: 'List opp sperringane for å finne id-ane, eller finn ei etter adressa. E-post går til alle andre adresser.',
    },
  },
} as const satisfies Readonly<Record<string, Cause>>
