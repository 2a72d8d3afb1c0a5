import type { Decorator } from '@storybook/web-components-vite';

/** Puts what the toolbar says onto the page, as a portal's own page would: the elements follow by themselves. */
export const withLooks: Decorator = (story, { globals }) => {
  const { looks, brand, direction } = globals as Readonly<Record<'looks' | 'brand' | 'direction', string>>;
  document.documentElement.style.colorScheme = looks;
  document.documentElement.lang = 'en-GB';
  document.documentElement.dir = direction;
  Object.assign(document.body.dataset, { looks, brand });
  return story() as ReturnType<Decorator>;
};
