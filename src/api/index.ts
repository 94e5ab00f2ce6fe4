/** The API of this project: names, types, conditions and checks of its kinds. */
export * from './conditions.ts';
export { withDefaults } from './defaults.ts';
export * from './generated/kinds.ts';
export * from './generated/types.ts';
export * from './group.ts';
export * from './resource.ts';
export { describeViolations, isValid, type Violation, violations } from './validate.ts';
