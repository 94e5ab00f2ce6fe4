// The example of the README does what the README says.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { run } from '../support/command.ts';
import { OvsdbBed } from '../support/ovsdb-server.ts';

const readme = new URL('../../src/ovsdb/README.md', import.meta.url);
const library = new URL('../../src/ovsdb/index.ts', import.meta.url);

describe('src/ovsdb/README.md', () => {
  let bed: OvsdbBed;

  before(async () => {
    bed = await OvsdbBed.create();
  });

  after(async () => {
    await bed?.remove();
  });

  it('has an example that runs and prints what is promised', async () => {
    const text = await readFile(readme, 'utf8');
    const example = /```ts\n(.*?)```/s.exec(text)?.[1];
    const promised = /It prints\n\n```\n(.*?)```/s.exec(text)?.[1];
    assert(example !== undefined && promised !== undefined);
    const file = `${bed.path('example')}.mts`;
    await writeFile(file, example.replace("'subnetes/ovsdb'", JSON.stringify(library.href)));
    const server = await bed.standalone({ file: bed.root.schema('ovn-nb') });
    const { stdout } = await run(process.execPath, ['--import', 'tsx', file], { env: { ENDPOINT: server.endpoint } });
    const lines = (output: string): readonly string[] => output.trimEnd().split('\n');
    assert.deepEqual(lines(stdout).slice(0, 2).sort(), lines(promised).slice(0, 2).sort());
    assert.deepEqual(lines(stdout).slice(2), lines(promised).slice(2));
  });
});
