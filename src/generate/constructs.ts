/**
 * JSON Schema → typed cdk8s constructs: one class for each kind, whose references accept the construct that they name.
 */
import type { KindSchema } from './json-schema.ts';
import { referencedKinds, writtenTypes } from './types.ts';

/** The text of src/constructs/<kind>.ts. */
export async function constructSource(kind: KindSchema, all: readonly KindSchema[]): Promise<string> {
  const { text, shared } = await writtenTypes(kind);
  const references = [...referencedKinds(kind.spec)].filter((name) => name !== kind.kind);
  const imports = references.map((name) => {
    const file = all.find((other) => other.kind === name)?.file;
    if (file === undefined) throw new Error(`${kind.file}: x-subnetes-reference names ${name}, which is no kind`);
    return `import type { ${name} } from './${file}.ts';`;
  });
  const optional = !(kind.schema.required ?? []).includes('spec');
  return `import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import { apiVersion } from '../api/group.ts';
${shared.length > 0 ? `import type { ${shared.join(', ')} } from '../api/generated/types.ts';` : ''}
import { NetworkResource } from './network-resource.ts';
${imports.join('\n')}

${text}

/** What a {@link ${kind.kind}} is made of. */
export interface ${kind.kind}Props {
  /** Name, namespace, labels and annotations. The name is the construct's id unless it is given here. */
  readonly metadata?: ApiObjectMetadata;
  /** ${kind.spec.description ?? ''} */
  readonly spec${optional ? '?' : ''}: ${kind.spec.title}Props;
}

/** ${kind.schema.description ?? ''} */
export class ${kind.kind} extends NetworkResource {
  /**
   * @param scope the chart that it belongs to
   * @param id unique in the scope; also the resource's name unless \`metadata.name\` is given
   */
  constructor(scope: Construct, id: string, props: ${kind.kind}Props${optional ? ' = {}' : ''}) {
    super(scope, id, { apiVersion, kind: '${kind.kind}' }, props);
  }
}
`;
}

/** The text of src/constructs/index.ts. */
export function constructIndex(kinds: readonly KindSchema[]): string {
  const lines = kinds.map(
    ({ kind, file }) => `export { ${kind}, type ${kind}Props, type ${kind}SpecProps } from './${file}.ts';`,
  );
  return `/** Typed cdk8s constructs of every kind. */\n${lines.join('\n')}\n`;
}
