import { describe, expect, it } from 'vitest'
import { findValiditySeconds } from '../../../shared/reading/validity.ts'
import { threadMilliseconds } from '../../support/thread-time.ts'

describe('how long a code is valid', () => {
  it.each([
    // Bokmål
    ['Den er gyldig i 2 minutter.', 120],
    ['Koden er gyldig i 90 sekunder', 90],
    ['Koden varer i ti minutter', 600],
    ['Den utløper om 1 time', 3_600],
    ['Engangskode: 428516 (gyldig 5 minutter)', 300],
    ['Koden din er 428516. Gyldig i 5 min.', 300],
    ['Koden 428516 må brukes innen 10 minutter.', 600],
    ['Tast inn koden innen 10 minutter', 600],
    ['Skriv den inn innen de neste fem minuttene.', 300],
    ['Koden er gyldig i én time', 3_600],
    ['Koden er gyldig i en halv time.', 1_800],
    ['Koden utløper etter et kvarter', 900],
    ['Koda gjeld i ein halvtime', 1_800],
    ['Koden er gyldig i et døgn', 86_400],
    ['The code is valid for 2 days.', 172_800],
    ['Koden kan brukes i 15 minutter', 900],
    ['Koden går ut om 3 minutter', 180],
    ['Gyldighetstid: 5 minutter', 300],
    ['Koden har 5 minutters gyldighet', 300],
    ['Du har 10 minutter på deg til å taste inn koden.', 600],
    ['Koden er gyldig i fem (5) minutter', 300],
    ['Koden er gyldig i 1,5 timer', 5_400],
    ['Koden er gyldig i 1 time og 30 minutter', 5_400],
    ['Koden er gyldig i 2 min 30 sek', 150],
    ['Koden virker bare i 60 sekunder', 60],
    ['Koden gjelder i 20 minutter', 1_200],
    ['Koden er gyldig i halvannen time', 5_400],
    ['Innen 5 minutter må du skrive inn koden.', 300],
    ['Koden blir ugyldig etter 10 minutter', 600],
    ['Koden utgår 5 minutter etter at den ble sendt', 300],
    ['Skriv inn 428516 innen 5min', 300],
    // Nynorsk
    ['Han er gyldig i fem minutt.', 300],
    ['Koden er gyldig i ein halv time', 1_800],
    ['Koden må brukast innan 10 minutt', 600],
    ['Koden går ut om eitt minutt', 60],
    ['Koden gjeld i to timar', 7_200],
    ['Eingongskoden verkar i 5 minutt', 300],
    ['Du har 5 minutt på deg.', 300],
    // English
    ['It is valid for 10 minutes', 600],
    ['It expires in five mins', 300],
    ['Valid for the next 30 seconds', 30],
    ['Your code is 428516 (valid 10 min)', 600],
    ['Your code expires in an hour', 3_600],
    ['This code expires after half an hour.', 1_800],
    ['The code is good for 10 minutes', 600],
    ['Enter the code within 5 minutes.', 300],
    ['You have 10 minutes to enter the code', 600],
    ['This code will expire in a quarter of an hour', 900],
    ['The code lasts 2 minutes', 120],
    ['The code stops working after 15 minutes', 900],
    ['Code validity: 5 min', 300],
    ['Please use this code within the next 3 minutes', 180],
  ])('is read in %j', (text, seconds) => {
    expect(findValiditySeconds(text)?.seconds).toBe(seconds)
  })

  it.each([
    'Gyldig til kl. 12',
    'Valid for all',
    'Møtet varer i to dager',
    'Koden er 428516. Møtet varer i 2 timer.',
    'Koden er 428516. Du får svar innen 2 timer.',
    'Koden er 428516. Ring oss innen 10 minutter.',
    'Koden er 428516. Behandlingen tar 30 minutter.',
    'Your code is 428516. The call takes 5 minutes.',
    'Your code is 428516. We reply within 2 hours.',
    'Koden er 428516. Parkeringen er betalt i 2 timer.',
    'Koden er 428516. Legen venter deg om en time.',
    'Koden er gyldig til 1. mai',
    'Koden er gyldig i noen minutter',
    'Koden er gyldig i et par minutter',
    'Innen 2 timer får du svar. Koden er 428516.',
    'Koden er gyldig i 0 minutter',
    'Valid. In 5 minutes we close.',
    '',
  ])('is not read in %j', (text) => {
    expect(findValiditySeconds(text)).toBeUndefined()
  })

  it.each([
    ['Koden er 428516. Gjelder i to timer.', 7_200],
    ['Eingongskode: 428516. Gjeld i to timar.', 7_200],
    ['Your code is 428516. Good for 5 minutes.', 300],
    ['Your 5-minute code is 428516.', 300],
    ['Tast den inn i løpet av 2 minutter.', 120],
    ['Skriv han inn i løpet av to minutt.', 120],
    ['The code must be entered in under 5 minutes.', 300],
    ['Koden er gyldig i ca. 10 minutter.', 600],
    ['Om 5 minutter er koden ugyldig.', 300],
    ['Om 5 minutter utløper engangskoden 428516.', 300],
    ['In 5 minutes your code 428516 expires.', 300],
    ['Your code is valid for the next hour.', 3_600],
    ['Koden er gyldig i den neste timen.', 3_600],
    ['Your code is valid for forty-five seconds.', 45],
    ['Your code is valid for twenty five minutes.', 1_500],
    ['Koden er gyldig i tjuefem minutter.', 1_500],
    ['Koden er gyldig i førtifem sekund.', 45],
    ['Koden er gyldig i sytten minutter.', 1_020],
    ['Your code is valid for an hour and a half.', 5_400],
    ['Your code is valid for one and a half hours.', 5_400],
    ['Koden er gyldig i to og et halvt minutt.', 150],
    ['Koden er gyldig i to og ein halv time.', 9_000],
    ['Your code is valid for three quarters of an hour.', 2_700],
    ['Koden er gyldig i tre kvarter.', 2_700],
    ['Koden fungerer i 5 minutter.', 300],
    ['Koden forfell om fem minutt.', 300],
    ['Your code times out in 5 minutes.', 300],
  ])('is read in other words too: %s', (text, seconds) => {
    expect(findValiditySeconds(text)?.seconds).toBe(seconds)
  })

  it.each([
    'Koden din er 428516. Avtalen er gyldig i 2 timer.',
    'Your code is 428516. Your session expires in 30 minutes.',
    'Koden er 428516. Lenka gjeld i to timar.',
    'Koden er 428516. Om 5 minutter starter møtet.',
    'Your code is 428516. In 5 minutes we call you.',
    'Koden er 428516. Du kan be om en ny om fem minutter.',
    'Koden er 428516. Levering tar 10 minutter.',
  ])('is not what is said of something else: %s', (text) => {
    expect(findValiditySeconds(text)).toBeUndefined()
  })

  it('is read in time in proportion to a text', () => {
    for (const piece of ['gyldig ', '5 ', '5 min ', 'gyldig i 5 ', 'en ', 'én halv ', 'koden innen 5 ', 'a.']) {
      const took = threadMilliseconds(() => findValiditySeconds(piece.repeat(100_000 / piece.length)))
      expect(took, piece).toBeLessThan(1_000)
    }
  })
})
