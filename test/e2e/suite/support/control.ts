declare const CONTROL_URL: string;

/** Asks the runner outside VS Code for something; false where this VS Code has no window for it. */
export async function ask(what: string, parameters: object): Promise<boolean> {
  const response = await fetch(`${CONTROL_URL}/${what}`, {
    method: 'POST',
    body: JSON.stringify(parameters),
  });
  if (response.status === 501) return false;
  if (!response.ok) throw new Error(`${what}: ${await response.text()}`);
  return true;
}
