import '@msp/elements/define.js';
import manifest from '@msp/elements/custom-elements.json';
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { configure } from 'storybook/test';
import './preview.css';
import { demoLoader, withDemoClient } from '../stories/support/demo.js';
import { withLooks } from '../stories/support/looks.js';

setCustomElementsManifest(manifest);
configure({
  asyncUtilTimeout: 5000,
  // Its own message prints the page, and cannot print what is in a shadow root.
  getElementError: (message) => new Error(message ?? 'It is not there.'),
});

const choice = (value: string, title: string) => ({ value, title });

const preview: Preview = {
  tags: ['autodocs'],
  loaders: [demoLoader],
  decorators: [withDemoClient, withLooks],
  initialGlobals: { looks: 'light', brand: 'none', direction: 'ltr', as: 'story' },
  globalTypes: {
    looks: {
      description: 'Light or dark',
      toolbar: {
        icon: 'circlehollow',
        dynamicTitle: true,
        items: [choice('light', 'Light'), choice('dark', 'Dark')],
      },
    },
    brand: {
      description: 'Whose colours',
      toolbar: {
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [choice('none', 'Unbranded'), choice('harbour', 'A council’s colours'), choice('large', 'Large type')],
      },
    },
    direction: {
      description: 'Text direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [choice('ltr', 'Left to right'), choice('rtl', 'Right to left')],
      },
    },
    as: {
      description: 'Who is looking',
      toolbar: {
        icon: 'user',
        dynamicTitle: true,
        items: [
          choice('story', 'As in the story'),
          choice('practitioner', 'Practitioner'),
          choice('manager', 'Manager'),
          choice('person', 'The person'),
          choice('advocate', 'Advocate'),
          choice('referrer', 'Referrer'),
        ],
      },
    },
  },
  parameters: {
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
    },
    controls: { expanded: true, sort: 'requiredFirst' },
    docs: { toc: true },
    viewport: {
      options: {
        phone: { name: 'Phone, or 400% zoom (320)', styles: { width: '320px', height: '640px' }, type: 'mobile' },
        tablet: { name: 'Tablet (768)', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
        desk: { name: 'Desk (1280)', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
      },
    },
    options: {
      storySort: {
        order: [
          'Start here',
          'Put the concern form on your page',
          'The journey',
          'Looks and words',
          'Kit',
          'Concern',
          'Overview',
          'Person',
          'Threshold',
          'Outcomes',
          'Check-ins',
          'Closure',
          'Step-down',
        ],
      },
    },
  },
};

export default preview;
