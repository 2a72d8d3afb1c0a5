import './define/msp-concern-form.js';
import './define/msp-exit.js';
import './define/msp-provider.js';
import './define/msp-three-point-test.js';
