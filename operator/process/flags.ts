/** The flags of a program: what it does not know ends it with a sentence and what it does know, not with a stack. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Where {@link readFlags} reads and writes; a program's own when absent. */
export interface FlagsPlace {
  readonly args: readonly string[];
  print(text: string): void;
  exit(code: number): never;
}

const own: FlagsPlace = {
  args: process.argv.slice(2),
  print: (text) => console.error(text),
  exit: (code) => process.exit(code),
};

/**
 * Reads the flags of a program, as `parseArgs` of node:util does. `--help` prints them and ends the program with 0; what can't be read is
 * told, and ends it with 2.
 */
export function readFlags<const Config extends ParseArgsConfig>(
  program: string,
  config: Config,
  { args, print, exit }: FlagsPlace = own,
): ReturnType<typeof parseArgs<Config>> {
  if (args.includes('--help')) {
    print(usage(program, config));
    return exit(0);
  }
  try {
    return parseArgs({ ...config, args: [...args] }) as ReturnType<typeof parseArgs<Config>>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    print(`${program}: ${(error as Error).message}\n${usage(program, config)}`);
    return exit(2);
  }
}

function usage(program: string, { options = {}, allowPositionals = false }: ParseArgsConfig): string {
  const flags = Object.entries(options).map(([name, option]) => {
    if (option.type === 'boolean') return `  --${name}`;
    const standard = option.default === undefined || option.default === '' ? '' : ` (${String(option.default)})`;
    return `  --${name}=…${standard}`;
  });
  const head = `usage: ${program}${allowPositionals ? ' what' : ''} [flags]; what they mean is in README.md, On a cluster`;
  return [head, ...flags].join('\n');
}
