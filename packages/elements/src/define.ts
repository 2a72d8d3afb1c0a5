import './define/msp-concern-form.js';
import './define/msp-exit.js';
import './define/msp-provider.js';
