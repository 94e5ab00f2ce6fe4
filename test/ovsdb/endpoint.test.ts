// Endpoint notation, and the pauses between attempts.
import assert from 'node:assert/strict';
import { Backoff } from '../../src/ovsdb/backoff.ts';
import { parseEndpoint } from '../../src/ovsdb/endpoint.ts';

describe('parseEndpoint', () => {
  const valid: readonly (readonly [text: string, expected: object])[] = [
    ['unix:/run/ovn/ovnnb_db.sock', { protocol: 'unix', path: '/run/ovn/ovnnb_db.sock' }],
    ['unix:relative:with:colons', { protocol: 'unix', path: 'relative:with:colons' }],
    ['tcp:127.0.0.1:6641', { protocol: 'tcp', host: '127.0.0.1', port: 6641 }],
    ['tcp:[::1]:6641', { protocol: 'tcp', host: '::1', port: 6641 }],
    ['ssl:[fe80::1%eth0]:6641', { protocol: 'ssl', host: 'fe80::1%eth0', port: 6641 }],
    ['ssl:ovn-nb.example:65535', { protocol: 'ssl', host: 'ovn-nb.example', port: 65535 }],
  ];
  for (const [text, expected] of valid) {
    it(`reads ${text}`, () => {
      assert.deepEqual(parseEndpoint(text), { ...expected, text });
    });
  }

  const invalid = [
    '',
    'unix:',
    'tcp:host',
    'tcp::6641',
    'tcp:host:0',
    'tcp:host:65536',
    'tcp:::1:6641',
    'http:host:80',
    'ptcp:6641',
    ' tcp:h:1',
  ];
  for (const text of invalid) {
    it(`refuses '${text}'`, () => {
      assert.throws(() => parseEndpoint(text), { name: 'OvsdbEncodeError' });
    });
  }
});

describe('Backoff', () => {
  it('doubles up to its bound, never falls below half, and starts over when reset', () => {
    for (const random of [0, 0.5, 0.999]) {
      const backoff = new Backoff({ minMs: 100, maxMs: 1000 }, () => random);
      const factor = 0.5 + random / 2;
      const delays = (): number[] => Array.from({ length: 6 }, () => backoff.next());
      const expected = [100, 200, 400, 800, 1000, 1000].map((delay) => delay * factor);
      assert.deepEqual(delays(), expected);
      backoff.reset();
      assert.deepEqual(delays(), expected);
    }
  });

  it('stays finite after very many failures', () => {
    const backoff = new Backoff({ minMs: 100, maxMs: 1000 });
    for (let i = 0; i < 5000; i++) assert(backoff.next() <= 1000);
  });
});
