/**
 * Part of `make generate`: writes main.yaml of every example. With `--check` it writes nothing and fails, naming the stale files.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { allExamples, synthesize } from './catalog.ts';

const check = process.argv.includes('--check');
await Promise.all(
  (await allExamples()).map(async (example) => {
    const [text, present] = await Promise.all([
      synthesize(example),
      readFile(example.yaml, 'utf8').catch(() => undefined),
    ]);
    if (text === present) return;
    if (check) {
      console.error(`examples/${example.name}/main.yaml is stale: run make generate and commit the result`);
      process.exitCode = 1;
    } else {
      await writeFile(example.yaml, text);
      console.log(`wrote examples/${example.name}/main.yaml`);
    }
  }),
);
