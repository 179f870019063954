/** Puts a text between `<!-- NAME:begin … -->` and `<!-- NAME:end -->`, in a page whose rest is written by hand. */
export function replaceSection(page: string, name: string, text: string): string {
  const pattern = new RegExp(`(<!-- ${name}:begin[^>]*-->\\n)[\\s\\S]*?(<!-- ${name}:end -->)`);
  if (!pattern.test(page)) throw new Error(`the page has no section ${name}`);
  return page.replace(pattern, (_, begin, end) => `${begin}\n${text}\n\n${end}`);
}
