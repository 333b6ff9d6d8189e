const ORDERS = '/notifications/api/v1/future/orders/instant'

export type ExampleOrder = { path: string; body: Readonly<Record<string, unknown>> }

/** An SMS to try the inbox with, new each time. */
export const exampleSms = (): ExampleOrder => ({
  path: `${ORDERS}/sms`,
  body: {
    idempotencyId: crypto.randomUUID(),
    recipientSms: {
      phoneNumber: '+4799999999',
      timeToLiveInSeconds: 120,
      smsSettings: { sender: 'Altinn', body: 'Your one-time code is 428516. It is valid for 2 minutes.' },
    },
  },
})

/** An HTML mail to try the inbox with, new each time. */
export const exampleMail = (): ExampleOrder => ({
  path: `${ORDERS}/email`,
  body: {
    idempotencyId: crypto.randomUUID(),
    recipientEmail: {
      emailAddress: 'ola.nordmann@example.com',
      emailSettings: {
        subject: 'One-time code for login',
        body: '<p>Your one-time code is <strong>428516</strong>. It is valid for 2 minutes.</p>',
        contentType: 'Html',
      },
    },
  },
})

/** The shell commands that send an order, token and all. */
export const asCurl = (origin: string, { path, body }: ExampleOrder): string =>
  [
    `TOKEN=$(curl -s -X POST ${origin}/dev/token |`,
    `  sed 's/.*"access_token":"\\([^"]*\\).*/\\1/')`,
    '',
    `curl -X POST ${origin}${path} \\`,
    `  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(body, undefined, 2)}'`,
  ].join('\n')
