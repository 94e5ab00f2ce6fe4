import assert from 'node:assert/strict';
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPlugin } from '../../../operator/agent/plugin.ts';

describe('installing the CNI plugin', () => {
  let folder: string;
  let source: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'subnetes-plugin-'));
    source = join(folder, 'source');
    await writeFile(source, 'new');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('makes the folder, the file executable, and leaves nothing else', async () => {
    const bin = join(folder, 'opt', 'bin');
    assert.equal(await installPlugin(source, bin), true);
    assert.deepEqual(await readdir(bin), ['subnetes']);
    assert.equal((await stat(join(bin, 'subnetes'))).mode & 0o777, 0o755);
  });

  it('never alters a file that somebody may be running', async () => {
    await installPlugin(source, folder);
    const running = await open(join(folder, 'subnetes'));
    await writeFile(source, 'newer');
    assert.equal(await installPlugin(source, folder), true);
    assert.equal(await running.readFile('utf8'), 'new');
    await running.close();
    assert.equal(await readFile(join(folder, 'subnetes'), 'utf8'), 'newer');
  });

  it('leaves the same plugin alone', async () => {
    await installPlugin(source, folder);
    const before = await stat(join(folder, 'subnetes'));
    assert.equal(await installPlugin(source, folder), false);
    assert.equal((await stat(join(folder, 'subnetes'))).ino, before.ino);
  });
});
