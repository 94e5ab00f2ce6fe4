/**
 * Golden cases: `<kind>/cases/<case>.in.yaml` is a world, `<case>.out.yaml` is what it means. `make golden` writes the second;
 * read what it changes as a network admin would.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { meaning } from './golden.ts';

const kinds: Readonly<Record<string, string>> = {
  vpc: 'Vpc',
  subnet: 'Subnet',
  ip: 'IP',
  service: 'Service',
  gateway: 'Gateway',
  'qos-policy': 'QoSPolicy',
  'mirror-session': 'MirrorSession',
  'load-balancer-ip-pool': 'LoadBalancerIPPool',
  'provider-network': 'ProviderNetwork',
  'node-network': 'NodeNetwork',
  'network-config': 'NetworkConfig',
  'network-policy': 'NetworkPolicy',
  'cluster-network-policy': 'ClusterNetworkPolicy',
  'pod-set': 'PodSet',
};
const rewrite = process.env.GOLDEN === 'write';

describe('golden cases', () => {
  for (const [folder, kind] of Object.entries(kinds)) {
    const cases = fileURLToPath(new URL(`${folder}/cases/`, import.meta.url));
    for (const file of readdirSync(cases).filter((name) => name.endsWith('.in.yaml'))) {
      it(`${kind}: ${file.replace('.in.yaml', '').replaceAll('-', ' ')}`, () => {
        const output = join(cases, file.replace('.in.yaml', '.out.yaml'));
        const actual = meaning(join(cases, file), kind);
        if (rewrite) writeFileSync(output, actual);
        assert.ok(existsSync(output), 'make golden writes it');
        const expected = readFileSync(output, 'utf8');
        assert.deepEqual(parse(actual), parse(expected));
        assert.equal(actual, expected);
      });
    }
    it(`${kind}: every output has its input`, () => {
      for (const file of readdirSync(cases).filter((name) => name.endsWith('.out.yaml')))
        assert.ok(existsSync(join(cases, file.replace('.out.yaml', '.in.yaml'))), file);
    });
  }
});
