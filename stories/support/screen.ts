import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';

/** Looks into every shadow root below, for tests read what a person reads. */
const findDeep = (root: ParentNode, selector: string): Element | undefined => {
  const here = root.querySelector(selector);
  if (here) return here;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const found = shadowRoot && findDeep(shadowRoot, selector);
    if (found) return found;
  }
  return undefined;
};

/** What stands inside an element, once it is drawn. Ask it like a screen: `findByText`, `getByRole`. */
export type Screen = ReturnType<typeof within>;

/** The inside of the first element with this tag, wherever it stands. */
export const inside = async (canvas: HTMLElement, tag: string): Promise<Screen> => {
  const root = await waitFor(() => {
    const found = findDeep(canvas, tag)?.shadowRoot;
    if (!found) throw new Error(`There is no ${tag} on the page.`);
    return found;
  });
  return within(root as unknown as HTMLElement);
};

/** Presses the button with this name. */
export const press = async (screen: Screen, name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name }));

/** The question with these words: its own answers and no others. */
const question = async (screen: Screen, words: string | RegExp): Promise<Screen> => {
  const found = (await screen.findAllByText(words))
    .map((node: HTMLElement) => node.closest('fieldset'))
    .find((node: HTMLFieldSetElement | null) => node !== null);
  if (!found) throw new Error(`No question is called ${String(words)}.`);
  return within(found);
};

/** Chooses the radio or checkbox with this label, of the question with these words if several have such an answer. */
export const choose = async (screen: Screen, label: string | RegExp, of?: string | RegExp): Promise<void> => {
  const place = of === undefined ? screen : await question(screen, of);
  await userEvent.click(await place.findByLabelText(label));
};

/** Writes into the field with this label, as if pasted: in one go. */
export const write = async (screen: Screen, label: string | RegExp, words: string): Promise<void> => {
  await fireEvent.input(await screen.findByLabelText(label), { target: { value: words } });
};

/** Whoever looks at the page sees these words. */
export const sees = async (screen: Screen, words: string | RegExp): Promise<void> => {
  const found = await screen.findAllByText(words);
  await expect(found[0]).toBeVisible();
};

/** Nowhere in this element are these words. */
export const seesNot = async (screen: Screen, words: string | RegExp): Promise<void> => {
  await expect(screen.queryByText(words)).toBeNull();
};

/** The keyboard is at this element, inside whatever shadow root. */
export const hasFocus = (element: HTMLElement): Promise<void> =>
  waitFor(() => expect((element.getRootNode() as Document | ShadowRoot).activeElement).toBe(element));
