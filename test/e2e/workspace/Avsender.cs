namespace Etaten;

public class Avsender(HttpClient client)
{
    public Task Send(string kode) => client.PostAsJsonAsync("instant/sms", new
    {
        idempotencyId = Guid.NewGuid().ToString(),
        recipientSms = new
        {
            phoneNumber = "99999999",
            timeToLiveInSeconds = 120,
            smsSettings = new { sender = "Etaten", body = $"Koden din er {kode}." }
        }
    });
}
