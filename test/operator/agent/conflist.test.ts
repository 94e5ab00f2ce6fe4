/** The file that tells a container runtime of us. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conflistName, writeConflist } from '../../../operator/agent/conflist.ts';

describe('the CNI configuration list', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conflist-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('names the plugin and the socket, and comes with no other file', async () => {
    const inside = join(folder, 'net.d'); // made if it is missing
    await writeConflist(inside, '/run/x/cni.sock');
    assert.deepEqual(await readdir(inside), [conflistName]);
    assert.deepEqual(JSON.parse(await readFile(join(inside, conflistName), 'utf8')), {
      cniVersion: '1.1.0',
      name: 'subnetes',
      plugins: [{ type: 'subnetes', socket: '/run/x/cni.sock' }],
    });
  });

  it('is not touched when it says that already, for runtimes reload what changes', async () => {
    await writeConflist(folder, '/run/x/cni.sock');
    await utimes(join(folder, conflistName), 1, 1);
    await writeConflist(folder, '/run/x/cni.sock');
    assert.equal((await stat(join(folder, conflistName))).mtimeMs, 1000);
  });

  it('replaces what an earlier version wrote', async () => {
    await writeFile(join(folder, conflistName), 'old');
    await writeConflist(folder, '/run/x/cni.sock');
    assert.match(await readFile(join(folder, conflistName), 'utf8'), /cni\.sock/);
    assert.deepEqual(await readdir(folder), [conflistName]);
  });
});
