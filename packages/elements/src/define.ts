import './define/msp-exit.js';
import './define/msp-provider.js';
