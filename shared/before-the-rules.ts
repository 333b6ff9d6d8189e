/** What is checked before every rule: that the text is JSON, and that its members have the right types. */
export const BEFORE_THE_RULES = [
  {
    code: 'json-syntax',
    summary: {
      en: 'Write JSON (RFC 8259).',
      nb: 'Skriv JSON (RFC 8259).',
      nn: 'Skriv JSON (RFC 8259).',
    },
    why: {
      en: 'The API reads JSON and nothing else: comments, trailing commas, single quotes and more than 64 levels are refused. In a file that ends in `.jsonc` comments and trailing commas are accepted, because a request is only made from such a file.',
      nb: 'API-et leser JSON og ikke noe annet: kommentarer, komma til slutt, enkle anførselstegn og mer enn 64 nivåer blir avvist. I en fil som slutter på `.jsonc`, er kommentarer og komma til slutt tillatt, fordi en forespørsel bare lages av en slik fil.',
      nn: 'API-et les JSON og ikkje noko anna: kommentarar, komma til slutt, enkle hermeteikn og meir enn 64 nivå blir avviste. I ei fil som sluttar på `.jsonc`, er kommentarar og komma til slutt lov, fordi ein førespurnad berre blir laga av ei slik fil.',
    },
    wrong: '{ "idempotencyId": "1", } // a comment',
    right: '{ "idempotencyId": "1" }',
  },
  {
    code: 'schema',
    summary: {
      en: 'Give each required member, with the type that its description names.',
      nb: 'Ta med hvert felt som kreves, med den typen som beskrivelsen angir.',
      nn: 'Ta med kvart felt som må vere med, med den typen som skildringa oppgir.',
    },
    why: {
      en: 'A request that lacks a member, or has a string where a number belongs, cannot be understood. Names may be written in any case and numbers in quotes; unknown members are ignored.',
      nb: 'En forespørsel som mangler et felt, eller har tekst der det skal stå et tall, kan ikke forstås. Navn kan skrives med store og små bokstaver om hverandre og tall i anførselstegn; ukjente felt blir ignorert.',
      nn: 'Ein førespurnad som manglar eit felt, eller har tekst der det skal stå eit tal, kan ikkje bli forstått. Namn kan skrivast med store og små bokstavar om kvarandre og tal i hermeteikn; ukjende felt blir ignorerte.',
    },
    wrong: '{ "idempotencyId": "1", "recipientSms": [] }',
    right:
      '{ "idempotencyId": "1", "recipientSms": { "phoneNumber": "+4799999999", "timeToLiveInSeconds": 120, "smsSettings": { "body": "Hei" } } }',
  },
] as const
