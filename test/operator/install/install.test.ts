import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';
import { installation, type Manifest, toYaml } from '../../../operator/install/install.ts';
import { kinds } from '../../../src/api/generated/kinds.ts';
import { loadKindSchemas } from '../../../src/generate/json-schema.ts';

const root = new URL('../../../', import.meta.url);

describe('the installation', () => {
  let manifests: readonly Manifest[];

  before(async () => {
    manifests = installation(await loadKindSchemas(new URL('crds/schemas/', root)));
  });

  it('is what is committed', async () => {
    const committed = await readFile(new URL('operator/install/install.yaml', root), 'utf8');
    assert.equal(committed.slice(committed.indexOf('\n') + 1), toYaml(manifests), 'run make generate');
  });

  it('reads back from YAML as the objects it is made of', () => {
    const read = parseAllDocuments(toYaml(manifests)).map((document) => document.toJSON());
    assert.deepEqual(read, JSON.parse(JSON.stringify(manifests)));
  });

  it('names every object once and puts a namespace before what is in it', () => {
    const names = manifests.map(({ kind, metadata }) => `${kind}/${metadata.namespace ?? ''}/${metadata.name}`);
    assert.equal(new Set(names).size, names.length);
    for (const [index, { metadata }] of manifests.entries()) {
      if (metadata.namespace === undefined) continue;
      const place = manifests.findIndex(
        ({ kind, metadata: { name } }) => kind === 'Namespace' && name === metadata.namespace,
      );
      assert.ok(place >= 0 && place < index, names[index]);
    }
  });

  it('lets the programs read every kind, and one of the roles for people write it', () => {
    const rulesOf = (name: string) =>
      (manifests.find(({ kind, metadata }) => kind === 'ClusterRole' && metadata.name === name)?.rules ??
        []) as readonly {
        readonly resources: readonly string[];
        readonly verbs: readonly string[];
      }[];
    const can = (role: string, verb: string, resource: string) =>
      rulesOf(role).some(({ resources, verbs }) => resources.includes(resource) && verbs.includes(verb));
    for (const { plural, owner } of Object.values(kinds)) {
      for (const role of ['subnetes-controller', 'subnetes-agent'])
        assert.ok(can(role, 'watch', plural), `${role} ${plural}`);
      assert.equal(can('subnetes-edit', 'update', plural), owner === 'tenant', plural);
      assert.equal(can('subnetes-network-admin', 'update', plural), owner === 'network-admin', plural);
      for (const role of ['subnetes-edit', 'subnetes-network-admin'])
        assert.ok(!can(role, 'update', `${plural}/status`));
    }
  });

  it('labels everything, so that one selector finds it', () => {
    for (const { metadata } of manifests)
      assert.equal(metadata.labels?.['app.kubernetes.io/part-of'], 'subnetes', metadata.name);
  });
});
