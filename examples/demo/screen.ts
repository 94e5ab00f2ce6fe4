/** What the demo prints: steps with the time since the start, commands as one would type them with their output, and a table. */

/** Writes the demo's story to standard output. */
export class Screen {
  readonly #started = performance.now();
  readonly #print: (line: string) => void;

  /** @param print writes one line */
  constructor(print: (line: string) => void = console.log) {
    this.#print = print;
  }

  /** Seconds since the start. */
  get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }

  /** A step that begins or was done now. */
  readonly step = (text: string): void => {
    this.#print(`${this.seconds.toFixed(1).padStart(6)} s  ${text}`);
  };

  /** A heading between two parts of the story. */
  heading(text: string): void {
    this.#print(`\n── ${text} ${'─'.repeat(Math.max(0, 96 - text.length))}`);
  }

  /** A command as one would type it, and what it printed. */
  command(line: string, output = ''): void {
    this.#print(`$ ${line}`);
    const text = output.trimEnd();
    if (text !== '') this.text(text);
  }

  /** Text as it is. */
  text(text: string): void {
    this.#print(text);
  }

  /** One row of a table: cells padded to `widths`, the last one as it is. */
  row(cells: readonly string[], widths: readonly number[]): void {
    this.#print(
      cells
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}
