/** The clauses of one kind, in their order: `const [cites] = ofKind(clauses, 'cites')`. */
export function ofKind<C extends { readonly kind: string }, K extends C['kind']>(
  clauses: readonly C[],
  kind: K,
): Extract<C, { readonly kind: K }>[] {
  return clauses.filter((clause): clause is Extract<C, { readonly kind: K }> => clause.kind === kind);
}
