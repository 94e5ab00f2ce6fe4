// The examples are what their programs print, and an API server with the product installed takes them as they are. So is what the
// README and the examples' pages show.
import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { allExamples, synthesize } from '../examples/catalog.ts';
import { ApiServer } from './support/api-server.ts';
import { clusterNetworkPolicyCrd } from './support/cluster-network-policy-crd.ts';

interface Resource {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: { readonly vpc?: string; readonly cidrs?: readonly string[] };
}

const examples = await allExamples();
const repository = fileURLToPath(new URL('../', import.meta.url));
const pages = [join(repository, 'README.md'), ...examples.map(({ yaml }) => join(dirname(yaml), 'README.md'))];

async function objectsOf(yaml: string): Promise<readonly Resource[]> {
  return parseAllDocuments(await readFile(yaml, 'utf8')).map((document) => document.toJS() as Resource);
}

describe('the examples', function () {
  this.timeout(120_000);
  let server: ApiServer;

  before(async () => {
    server = await ApiServer.start();
    const install = fileURLToPath(new URL('../operator/install/install.yaml', import.meta.url));
    await server.kubectl(['apply', '--server-side', '-f', install]);
    await server.kubectl(['apply', '-f', '-'], JSON.stringify(clusterNetworkPolicyCrd));
    await server.kubectl([
      'wait',
      '--for=condition=Established',
      '--timeout=30s',
      'customresourcedefinitions',
      '--all',
    ]);
  });

  after(async () => {
    await server?.stop();
  });

  it('are those that the README names', () => {
    assert.deepEqual(
      examples.map(({ name }) => name.slice(0, 2)),
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'],
    );
  });

  for (const example of examples) {
    describe(example.name, () => {
      it('has the YAML that its program prints', async () => {
        assert.equal(await readFile(example.yaml, 'utf8'), await synthesize(example));
      });

      it('is taken by the API server, and changes nothing when it is applied again', async () => {
        const objects = await objectsOf(example.yaml);
        const first = (await server.kubectl(['apply', '-f', example.yaml])).trimEnd().split('\n');
        assert.equal(first.length, objects.length);
        assert.deepEqual(
          first.filter((line) => !line.endsWith(' created')),
          [],
        );
        const again = (await server.kubectl(['apply', '-f', example.yaml])).trimEnd().split('\n');
        assert.deepEqual(
          again.filter((line) => !line.endsWith(' unchanged')),
          [],
        );
      });
    });
  }

  it('hold two Subnets with one CIDR in different Vpcs', async () => {
    const subnets = (await objectsOf(examples[0]!.yaml)).filter(({ kind }) => kind === 'Subnet');
    assert.deepEqual(new Set(subnets.map(({ spec }) => spec?.cidrs?.join())).size, 1);
    assert.deepEqual(new Set(subnets.map(({ spec }) => spec?.vpc)).size, 2);
  });

  for (const page of pages) {
    describe(page.slice(repository.length), () => {
      it('has links that lead somewhere', async () => {
        const links = (await readFile(page, 'utf8')).matchAll(/\]\((?!https?:)([^)#]+)/g);
        for (const [, link = ''] of links) await access(join(dirname(page), link));
      });

      it('shows only YAML that the API server takes', async () => {
        const text = await readFile(page, 'utf8');
        const blocks = [...text.matchAll(/^( *)```yaml\n(.*?)^ *```/gms)];
        assert.equal(blocks.length, text.split('```yaml').length - 1);
        for (const [, indent = '', block = ''] of blocks) {
          const yaml = block.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
          // Namespaces of the same block would not exist in a dry run, so it is applied.
          await server.kubectl(['apply', '-f', '-'], yaml);
        }
      });
    });
  }
});
