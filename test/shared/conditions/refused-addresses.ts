import type { AddressRefusal } from '../../../shared/conditions/may-ask.ts'

/** Addresses of one kind, one a line. */
type Group = { readonly kind: string; readonly why: AddressRefusal; readonly addresses: readonly string[] }

const group = (kind: string, why: AddressRefusal, [lines = '']: readonly string[]): Group => ({
  kind,
  why,
  addresses: lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
})

const privateAddress =
  (kind: string) =>
  ({ raw }: TemplateStringsArray): Group =>
    group(kind, 'private-address', raw)

const refused =
  (why: AddressRefusal, kind: string) =>
  ({ raw }: TemplateStringsArray): Group =>
    group(kind, why, raw)

/** Ways to spell an address that no condition may have. */
export const REFUSED_ADDRESSES: readonly Group[] = [
  privateAddress('loopback')`
    http://127.0.0.1
    https://127.0.0.1/
    http://127.0.0.1:80/condition
    http://127.0.0.1:8080/condition?id=1
    http://127.0.0.1:6379/
    http://127.0.0.2
    http://127.1.2.3
    http://127.127.127.127
    http://127.255.255.254
    HTTP://127.0.0.1
    http://127.0.0.1#@example.com
    http://127.0.0.1?@example.com
  `,
  privateAddress('this host')`
    http://0.0.0.0
    http://0.0.0.0:8080/
    http://0.1.2.3
    http://0.255.255.255
  `,
  privateAddress('private networks')`
    http://10.0.0.0
    http://10.0.0.1
    http://10.1.2.3/admin
    http://10.255.255.255
    http://172.16.0.0
    http://172.16.0.1
    http://172.20.10.5
    http://172.31.255.255
    http://192.168.0.0
    http://192.168.0.1
    http://192.168.1.1/setup.cgi
    http://192.168.255.255
  `,
  privateAddress('link-local and metadata')`
    http://169.254.0.1
    http://169.254.169.254
    http://169.254.169.254/latest/meta-data/iam/security-credentials/
    http://169.254.169.254/computeMetadata/v1/
    http://169.254.169.254/metadata/instance?api-version=2021-02-01
    http://169.254.170.2/v2/credentials
    http://169.254.169.253
    http://169.254.255.255
    http://100.100.100.200/latest/meta-data/
    http://168.63.129.16/machine?comp=goalstate
    http://192.0.0.192/latest/
  `,
  privateAddress('behind a carrier')`
    http://100.64.0.0
    http://100.64.0.1
    http://100.127.255.255
  `,
  privateAddress('protocol assignments, documentation, benchmarks')`
    http://192.0.0.1
    http://192.0.0.170
    http://192.0.2.1
    http://192.31.196.1
    http://192.52.193.1
    http://192.88.99.1
    http://192.175.48.1
    http://198.18.0.1
    http://198.19.255.255
    http://198.51.100.7
    http://203.0.113.9
  `,
  privateAddress('multicast, reserved and broadcast')`
    http://224.0.0.1
    http://239.255.255.250:8080
    http://240.0.0.1
    http://250.1.2.3
    http://255.255.255.254
    http://255.255.255.255
  `,
  privateAddress('decimal, octal and hexadecimal')`
    http://2130706433
    http://2130706433/
    http://017700000001
    http://0x7f000001
    http://0X7F000001
    http://0x7f.0x0.0x0.0x1
    http://0x7f.0.0.1
    http://0177.0.0.1
    http://0177.0000.0000.0001
    http://00000177.0.0.1
    http://127.0.0.0x1
    http://127.0.0.01
    http://0x0000007f.00.0x00.1
    http://2852039166
    http://0xa9fea9fe
    http://0xA9.0xFE.0xA9.0xFE
    http://0251.0376.0251.0376
    http://0251.254.169.254
    http://025177524776
    http://167772161
    http://0x0a000001
    http://012.0.0.1
    http://3232235521
    http://0xc0a80001
    http://0300.0250.0.1
    http://2886729729
    http://0xac.0x10.0x0.0x1
    http://1681915905
    http://4294967295
    http://0xffffffff
    http://037777777777
  `,
  privateAddress('short forms')`
    http://127.1
    http://127.0.1
    http://127.65535
    http://127.16777215
    http://0x7f.1
    http://0177.1
    http://0x7f.0x1
    http://127.0x000001
    http://0
    http://0x0
    http://00
    http://0.0
    http://1
    http://10.1
    http://10.0.1
    http://172.16.1
    http://172.1048577
    http://192.168.1
    http://192.11010049
    http://169.254.43518
    http://169.16689662
    http://0xa9.16689662
  `,
  privateAddress('trailing dots')`
    http://127.0.0.1.
    http://127.0.0.1.:80/
    http://169.254.169.254./latest/
    http://2130706433.
    http://0x7f.1.
    http://10.0.0.1.
  `,
  privateAddress('percent signs')`
    http://%31%32%37.0.0.1
    http://127%2e0%2e0%2e1
    http://%31%32%37%2E%30%2E%30%2E%31
    http://%30x7f.1
    http://127.0.0.%31
    http://169%2E254%2E169%2E254/latest
    http://%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1
  `,
  privateAddress('digits and dots of Unicode')`
    http://１２７.０.０.１
    http://１２７．０．０．１
    http://127。0。0。1
    http://127．0．0．1
    http://127｡0｡0｡1
    http://①②⑦.⓪.⓪.①
    http://¹²⁷.⁰.⁰.¹
    http://₁₂₇.₀.₀.₁
    http://𝟏𝟐𝟕.𝟎.𝟎.𝟏
    http://𝟙𝟚𝟟.𝟘.𝟘.𝟙
    http://𝟣𝟤𝟩.𝟢.𝟢.𝟣
    http://𝟷𝟸𝟽.𝟶.𝟶.𝟷
    http://０ｘ７ｆ.1
    http://１６９。２５４。１６９。２５４
    http://２１３０７０６４３３
    http://10.⓪.⓪.①
    http://192。168。0。1
    http://127.0.0.1%E2%80%8B
    http://1%C2%AD27.0.0.1
    http://127%E3%80%820%E3%80%820%E3%80%821
  `,
  privateAddress('slashes, white space and small print')`
    http:127.0.0.1
    http:/127.0.0.1
    http:///127.0.0.1
    http:////127.0.0.1/
    http:\\127.0.0.1
    http:\/\/127.0.0.1
    http://127.0.0.1\@example.com
    http://127.0.0.1\.example.com
    http://127.0.0.1/@example.com
    http://127.0.0.1:80\@example.com:80
    https:127.1
  `,
  // A tab and a line end, which a URL parser leaves out wherever they stand.
  {
    kind: 'tabs and line ends',
    why: 'private-address',
    addresses: [
      'ht\ttp://127.0.0.1',
      'http://127.0\t.0.1',
      'http://127.0.\n0.1',
      '\u0000http://127.0.0.1',
      'http://169.254\r\n.169.254',
    ],
  },
  privateAddress('IPv6: unspecified, loopback, local and multicast')`
    http://[::]
    http://[::]:80/
    http://[0:0:0:0:0:0:0:0]
    http://[::1]
    http://[::1]:8080/condition
    http://[0:0:0:0:0:0:0:1]
    http://[0000:0000:0000:0000:0000:0000:0000:0001]
    http://[0::1]
    http://[0:0::0:1]
    http://[::0001]
    http://[::2]
    http://[fc00::1]
    http://[fd00::1]
    http://[fd00:ec2::254]/latest/meta-data/
    http://[FD00:EC2::254]/latest/meta-data/
    http://[fd20:ce::254]/computeMetadata/v1/
    http://[fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]
    http://[fe80::1]
    http://[fe80::a9fe:a9fe]
    http://[febf::1]
    http://[fec0::1]
    http://[feff::1]
    http://[ff02::1]
    http://[ff0e::1]
    http://[ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]
  `,
  privateAddress('IPv6: IPv4 inside')`
    http://[::ffff:127.0.0.1]
    http://[::FFFF:127.0.0.1]
    http://[::ffff:7f00:1]
    http://[0:0:0:0:0:ffff:127.0.0.1]
    http://[0000:0000:0000:0000:0000:ffff:7f00:0001]
    http://[::ffff:0.0.0.0]
    http://[::ffff:10.0.0.1]
    http://[::ffff:172.16.0.1]
    http://[::ffff:192.168.0.1]
    http://[::ffff:169.254.169.254]
    http://[::ffff:a9fe:a9fe]
    http://[::ffff:100.64.0.1]
    http://[::ffff:8.8.8.8]
    http://[::127.0.0.1]
    http://[::7f00:1]
    http://[::169.254.169.254]
    http://[::a00:1]
    http://[::ffff:0:127.0.0.1]
    http://[::ffff:0:7f00:1]
    http://[64:ff9b::127.0.0.1]
    http://[64:ff9b::7f00:1]
    http://[64:ff9b::169.254.169.254]
    http://[64:ff9b::10.0.0.1]
    http://[64:ff9b:1::127.0.0.1]
    http://[64:ff9b:1:ffff::7f00:1]
    http://[2002:7f00:1::]
    http://[2002:7f00:1::1]
    http://[2002:a00:1::1]
    http://[2002:a9fe:a9fe::1]
    http://[2002:c0a8:1::]
    http://[2001:0:7f00:1::]
    http://[2001::1]
    http://[2001:0:4136:e378:8000:63bf:80ff:fffe]
    http://[2001:0000:4136:e378:8000:63bf:5601:5601]
  `,
  privateAddress('IPv6: assignments, documentation, not assigned')`
    http://[100::1]
    http://[2001:2::1]
    http://[2001:10::1]
    http://[2001:20::1]
    http://[2001:1ff:ffff::1]
    http://[2001:db8::1]
    http://[2001:DB8:ffff::7]
    http://[2620:4f:8000::1]
    http://[3fff::1]
    http://[3fff:fff::1]
    http://[5f00::1]
    http://[4000::1]
    http://[1fff::1]
    http://[8000::1]
    http://[c000::1]
  `,
  refused('private-name', 'names of this host and its neighbours')`
    http://localhost
    https://localhost/
    http://localhost:7071/check
    http://LOCALHOST
    http://LocalHost/
    http://localhost.
    http://app.localhost
    http://a.b.localhost:8080/
    http://localhost.localdomain
    http://%6cocalhost
    http://%6c%6f%63%61%6c%68%6f%73%74/
    http://ｌｏｃａｌｈｏｓｔ
    http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ
    http://𝐥𝐨𝐜𝐚𝐥𝐡𝐨𝐬𝐭
    http://ℒocalhost
    http://locaⅼhost
    http://localhoſt
    http://localhost。
    http:\\localhost
    http://localhost\@example.com
    http://ip6-localhost
    http://ip6-loopback
    http://loopback
    http://broadcasthost
  `,
  refused('private-name', 'names of networks of one’s own')`
    http://intranet
    http://router/
    http://redis
    http://metadata
    http://instance-data/latest/meta-data/
    http://kubernetes
    http://printer.local
    http://PRINTER.LOCAL
    http://printer.local.
    http://metadata.google.internal/computeMetadata/v1/
    http://metadata.goog.internal
    http://host.docker.internal
    http://gateway.docker.internal
    http://ip-10-0-0-1.ec2.internal
    http://printer.home.arpa
    http://1.0.0.127.in-addr.arpa
    http://nas.lan
    http://nas.home
    http://wiki.corp
    http://mx.mail
    http://wiki.intranet
    http://wiki.intra
    http://db.private
    http://kubernetes.default.svc
    http://kubernetes.default.svc.cluster.local
    http://vault.service.consul
    http://app.test
    http://speedport.ip
    http://facebookcorewwwi.onion
    http://pc.workgroup
    http://dc.domain
    http://name.alt
    http://example
    http://com
    http://xn--fiqs8s
    http://ｉｎｔｒａｎｅｔ.ｌｏｃａｌ
    http://intranet。internal
  `,
  refused('private-name', 'names that answer with private addresses')`
    http://127.0.0.1.nip.io
    http://127-0-0-1.nip.io
    http://app.10.0.0.1.nip.io
    http://7f000001.nip.io
    http://customer1-app-7f000101.nip.io
    http://8.8.8.8.nip.io
    http://nip.io
    http://NIP.IO.
    http://127.0.0.1.sslip.io
    http://--1.sslip.io
    http://www-192-168-0-1.sslip.io
    http://127.0.0.1.xip.io
    http://10.0.0.1.xip.name
    http://localtest.me
    http://www.localtest.me
    http://lvh.me
    http://sub.lvh.me
    http://vcap.me
    http://lacolhost.com
    http://fuf.me
    http://ulh.us
    http://42foo.com
    http://localho.st
    http://local.gd
    http://127.0.0.1.traefik.me
    http://127.0.0.1.backname.io
    http://7f000001.c0a80001.rbndr.us
    http://make-127-0-0-1-rr.1u.ms
    http://a.rebind.network
    http://s-1.2.3.4-127.0.0.1-rr-e.d.rebind.it
    http://spoofed.burpcollaborator.net
    http://bugbounty.dod.network
    http://192-168-1-2.0123456789abcdef.plex.direct
    http://127.0.0.1.attacker.example.com
    http://127-0-0-1.attacker.example.com
    http://a-10-0-0-1.attacker.example.com
    http://169.254.169.254.attacker.example.com
    http://x.192.168.0.1.attacker.example.com
    http://1.127.0.0.1.attacker.example.com
    http://1-127-0-0-1.attacker.example.com
    http://8.8.8.8.10.0.0.1.attacker.example.com
    http://9.9.8.8.169.254.169.254.attacker.example.com
  `,
  refused('credentials', 'user names and passwords')`
    http://user@example.com
    http://user:password@example.com/
    http://:password@example.com
    http://127.0.0.1@example.com
    http://example.com@127.0.0.1
    http://example.com:80@127.0.0.1
    http://example.com%40@127.0.0.1
    https://example.com%2F@169.254.169.254/
    http://1.1.1.1 @127.0.0.1
    http://a@b@127.0.0.1
  `,
  refused('port-unusual', 'ports of other services')`
    http://example.com:22
    http://example.com:25/
    https://example.com:3306
    http://example.com:5432
    http://example.com:6379/
    http://example.com:2375/containers/json
    http://example.com:9200
    http://example.com:11211
    http://example.com:0
    http://example.com:65535
    http://8.8.8.8:53
  `,
  refused('scheme-unsupported', 'other schemes')`
    ftp://example.com/
    file:///etc/passwd
    file://localhost/etc/passwd
    gopher://127.0.0.1:6379/_INFO
    dict://127.0.0.1:11211/stat
    ldap://127.0.0.1
    ws://127.0.0.1
    wss://example.com
    data:application/json,{"sendNotification":true}
    javascript:alert(1)
    blob:http://127.0.0.1/0
    about:blank
    jar:http://127.0.0.1!/
    localhost:7071
    httpx://127.0.0.1
    unix:/var/run/docker.sock
  `,
  refused('malformed', 'no address at all')`
    127.0.0.1
    //127.0.0.1/
    /condition
    example.com
    http://
    http://:80
    http://%00127.0.0.1
    http://127.0.0.1%00.example.com
    http://127.0.0.256
    http://256.0.0.1
    http://127.0.0.1.1
    http://127.0.0.09
    http://0x100000000
    http://4294967296
    http://1.2.3.4.5
    http://127..0.1
    http://localhost..
    http://example..com
    http://[::1
    http://::1
    http://[::1%25lo]
    http://[fe80::1%25eth0]
    http://[::ffff:127.1]
    http://[::ffff:0177.0.0.1]
    http://[v1.127.0.0.1]
    http://[127.0.0.1]
    http://[1:2:3]
    http://exa mple.com
    http://example.com:99999
    http://example.com:80x
    http://{127.0.0.1}
    http://127.0.0.1%2f.example.com
    http://127.0.0.1%09
    http://a,b.example.com
    http://*.example.com
  `,
]
