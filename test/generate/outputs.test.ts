import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { reasonEntries } from '../../src/api/reasons.ts';
import { generatedFiles, stale } from '../../src/generate/outputs.ts';

const root = new URL('../../', import.meta.url);

describe('generated files', function () {
  this.timeout(60_000);
  const files = generatedFiles(root);

  it('are what is committed', async () => {
    assert.deepEqual(await stale(root, await files), []);
  });

  it('are found stale, by name, when the committed text differs or is missing', async () => {
    const [first, second, ...rest] = await files;
    assert.ok(first && second && rest.length > 0);
    const changed = [{ ...first, text: `${first.text} ` }, { ...second, path: 'crds/nowhere.yaml' }, ...rest];
    assert.deepEqual(await stale(root, changed), [first.path, 'crds/nowhere.yaml']);
  });

  it('are the same each time', async () => {
    assert.deepEqual(await generatedFiles(root), await files);
  });

  it('say in their first line that nobody edits them', async () => {
    for (const { path, text } of await files) assert.match(text.split('\n', 1)[0] ?? '', /do not edit/, path);
  });

  it('hold validators that need nothing but the formats', async () => {
    const text = await readFile(new URL('src/api/generated/validators.ts', root), 'utf8');
    assert.deepEqual(text.match(/^import .*$|require\(/gm), ["import { formats } from '../formats.ts';"]);
  });

  it('hold types without any', async () => {
    const text = await readFile(new URL('src/api/generated/types.ts', root), 'utf8');
    assert.doesNotMatch(text, /\bany\b(?=[;[\]])|unknown/);
    assert.doesNotMatch(text, /^ +(?!readonly |[*/}])\S/m, 'a field that is not readonly');
  });

  it('hold every reason with its cure in the reference', async () => {
    const text = await readFile(new URL('crds/README.md', root), 'utf8');
    for (const { reason, cure } of reasonEntries) {
      assert.ok(text.includes(`| ${reason} |`) && text.includes(cure), reason);
    }
  });
});
