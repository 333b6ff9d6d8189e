import { mayAsk } from '../conditions/may-ask.ts'
import { HOST_MAX_UNITS } from '../limits.ts'
import { once } from '../once.ts'
import { fail } from '../result.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { orderExample } from './examples.ts'

const HTTP_ADDRESS = once(
  () => /^https?:\/\/(?:[^\s/?#@]+@)?([\p{L}\p{N}.-]+|\[[\da-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?$/iu,
)

/** Whether a text is a web address. One whose host no server can have is none, however it is spelt. */
function isWebAddress(written: string): boolean {
  const host = HTTP_ADDRESS().exec(written)?.[1]
  return host !== undefined && host.length <= HOST_MAX_UNITS
}

/** Whether a condition may be asked there. What the platform's parser takes for an address may still be no one's. */
function judgeAddress(value: string, allowLoopback: boolean) {
  const verdict = mayAsk(value, { allowLoopback })
  const isOther = !verdict.ok && verdict.failure === 'scheme-unsupported'
  return isOther || isWebAddress(value) ? verdict : fail('malformed' as const)
}

/** What the rule's page says and shows. */
export const conditionEndpointPage: RulePage = {
  summary: {
    en: 'Give the whole http or https address of a condition, on the public internet.',
    nb: 'Oppgi hele http- eller https-adressen til en betingelse, på det åpne internettet.',
    nn: 'Oppgi heile http- eller https-adressa til eit vilkår, på det opne internettet.',
  },
  why: {
    en: 'The address is asked when the message is due. An address that cannot be reached never answers, and a condition without an answer does not stop a message. An address on a private network is never asked, because anyone could use it to look around there; only a service on your own machine can ask an address on it.',
    nb: 'Adressen blir spurt når meldingen forfaller. En adresse som ikke kan nås, svarer aldri, og en betingelse som ikke svarer, stopper ikke en melding. En adresse i et privat nettverk blir aldri spurt, for da kunne hvem som helst se seg om der. Bare en tjeneste på din egen maskin kan spørre en adresse der.',
    nn: 'Adressa blir spurd når meldinga forfell. Ei adresse som ikkje kan nåast, svarar aldri, og eit vilkår som ikkje svarar, stoppar ikkje ei melding. Ei adresse i eit privat nettverk blir aldri spurd, for då kunne kven som helst sjå seg om der. Berre ei teneste på di eiga maskin kan spørje ei adresse der.',
  },
  examples: () => ({
    good: [
      orderExample({ request: { conditionEndpoint: 'https://example.com/condition?id=1' } }),
      orderExample({ request: { conditionEndpoint: 'https://example.com:8443/check' } }),
    ],
    bad: [
      orderExample({ request: { conditionEndpoint: '/condition' } }),
      orderExample({ request: { conditionEndpoint: 'ftp://example.com/condition' } }),
      orderExample({ request: { conditionEndpoint: '' } }),
      orderExample({ request: { conditionEndpoint: 'https://10.0.0.1/condition' } }),
      orderExample({ request: { conditionEndpoint: 'https://user:secret@example.com/condition' } }),
    ],
  }),
}

export const conditionEndpoint = defineRule({
  code: 'condition-endpoint',
  severity: 'error',
  purposes: ['order'],
  roles: ['condition-endpoint'],
  sentences: {
    malformed: {
      en: '`{name}` is not an http or https address; write all of it, such as `https://example.com/condition`.',
      nb: '`{name}` er ikke en http- eller https-adresse. Skriv hele, for eksempel `https://example.com/condition`.',
      nn: '`{name}` er ikkje ei http- eller https-adresse. Skriv heile, til dømes `https://example.com/condition`.',
    },
    'scheme-unsupported': {
      en: '`{name}` must begin with `https://` or `http://`.',
      nb: '`{name}` må begynne med `https://` eller `http://`.',
      nn: '`{name}` må byrje med `https://` eller `http://`.',
    },
    credentials: {
      en: '`{name}` has a user name or a password in it; the condition is asked without them.',
      nb: '`{name}` inneholder brukernavn eller passord. Betingelsen blir spurt uten.',
      nn: '`{name}` inneheld brukarnamn eller passord. Vilkåret blir spurt utan.',
    },
    'port-unusual': {
      en: '`{name}` names a port that web services do not use; leave it out, or use 80, 443, 8080 or 8443.',
      nb: '`{name}` oppgir en port som nettjenester ikke bruker. Utelat den, eller bruk 80, 443, 8080 eller 8443.',
      nn: '`{name}` oppgir ein port som nettenester ikkje bruker. Utelat han, eller bruk 80, 443, 8080 eller 8443.',
    },
    'private-address': {
      en: '`{name}` leads to an address that is not on the public internet.',
      nb: '`{name}` fører til en adresse som ikke er på det åpne internettet.',
      nn: '`{name}` fører til ei adresse som ikkje er på det opne internettet.',
    },
    'private-name': {
      en: '`{name}` leads to a name that is not on the public internet.',
      nb: '`{name}` fører til et navn som ikke er på det åpne internettet.',
      nn: '`{name}` fører til eit namn som ikkje er på det opne internettet.',
    },
    loopback: {
      en: '`{name}` leads to your own machine, which only a service on the same machine can reach.',
      nb: '`{name}` fører til din egen maskin, som bare en tjeneste på samme maskin kan nå.',
      nn: '`{name}` fører til di eiga maskin, som berre ei teneste på same maskina kan nå.',
    },
  },
  checkValue(field, { context }, tell) {
    const { value } = field
    const allowLoopback = context?.allowLoopback
    const verdict = judgeAddress(value, allowLoopback === true)
    if (verdict.ok) return
    const { path } = field
    const data = { name: nameOf(path) }
    // Right where the service is on the same machine, which is not known yet.
    const isOpen = allowLoopback === undefined && isWebAddress(value) && mayAsk(value, { allowLoopback: true }).ok
    if (isOpen) tell({ sentence: 'loopback', severity: 'information', path, data })
    else tell({ sentence: verdict.failure, path, data })
  },
})
