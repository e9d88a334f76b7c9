import { Command, CommanderError } from 'commander';
import { CannotTestError, UsageError } from '../harness/usage-error.js';
import { EXIT } from '../harness/verdict.js';
import { ReportError } from '../reports/report-error.js';
import type { DiffOptions } from './commands/diff.js';
import type { InitOptions } from './commands/init.js';
import type { ReportOptions } from './commands/report.js';
import type { RequirementsOptions } from './commands/requirements.js';
import type { SelftestOptions } from './commands/selftest.js';
import type { ServeOptions } from './commands/serve.js';
import type { SignOptions } from './commands/sign.js';
import type { VerifyOptions } from './commands/verify.js';
import type { Io } from './io.js';
import { suiteIdentity } from './package-identity.js';
import type { RunOptions } from './run/settings.js';

/** Builds the command line. Commands are loaded when they are called, so that help is there at once. */
function program(io: Io, finish: (code: number) => void): Command {
  const root = new Command('lesspay-conformance')
    .description('Tells, with evidence, whether an implementation does what the Lesspay 2.0 documents say.')
    .version(suiteIdentity.version)
    .option('--no-color', 'print without colours')
    .showHelpAfterError('(all options: lesspay-conformance --help, or lesspay-conformance COMMAND --help)')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: (text) => io.note(text.trimEnd()) })
    .addHelpText(
      'after',
      '\nExit codes: 0 conformant, 1 not conformant, 2 wrong usage, 3 could not test, 4 our own error, 130 interrupted.',
    );

  root
    .command('run')
    .description('test a platform; without --url: start the reference platform and test that')
    .argument('[results]', 'with --replay: the results file of the finding (default: results.json in --out)')
    .option('--url <url>', 'base URL of the platform (LESSPAY_BASE_URL)')
    .option('--app-id <id>', 'application id (LESSPAY_APP_ID)')
    .option(
      '--app-secret <secret>',
      'application secret; better set LESSPAY_APP_SECRET, which the process list does not show',
    )
    .option('--second-app-id <id>', 'a second application of the same platform (LESSPAY_SECOND_APP_ID)')
    .option('--second-app-secret <secret>', 'its secret (LESSPAY_SECOND_APP_SECRET)')
    .option('--protocol <name>', 'lesspay (default)')
    .option('--ics <file>', 'implementation conformance statement: what the platform claims to support')
    .option('--only <ids...>', 'requirement ids or areas, for example --only AUTH IDEM-004')
    .option('--level <level>', 'must, should or may: requirements of that level and above')
    .option('--seed <n>', 'repeats a run: the same seed sends the same requests')
    .option('--runs <n>', 'exercises per property (default 10)')
    .option('--concurrency <n>', 'scenarios side by side (default 8)')
    .option('--rps <n>', 'requests per second at the most')
    .option('--max-requests <n>', 'requests in all; the run ends when they are spent')
    .option('--max-duration <seconds>', 'for the whole run; what was found by then is written, marked incomplete')
    .option(
      '--confirm-host <host>',
      'host of a target that is not this machine: yes, it is a sandbox (LESSPAY_CONFIRM_HOST)',
    )
    .option('--allow-payouts', 'create payouts on a target that is not this machine')
    .option('--max-orders <n>', 'orders that the run may create (not this machine: default 2000)')
    .option(
      '--max-amount <amount>',
      'largest amount of one order in its own currency (not this machine: default 10000)',
    )
    .option('--timeout <ms>', 'for one exchange (default 10000)')
    .option('--waivers <file>', 'accepted failures, each with reason, owner and expiry')
    .option('--out <dir>', 'where the reports go (default conformance-report)')
    .option('--report <list>', 'which: json,html,markdown,junit,har,sarif,badge,allure (default: the first five)')
    .option('--webhook-url <url>', 'address under which the platform reaches this machine (a tunnel)')
    .option('--webhook-port <port>', 'where that tunnel arrives here (default 8788)')
    .option(
      '--patience <seconds>',
      'wait this long for a webhook (default 5 on this machine, else 30), also for one that is sent again',
    )
    .option('--control-url <url>', "the platform's control interface, where it has one")
    .option('--shard <i/n>', 'only this part of the run; join the parts with: report --merge')
    .option('--replay <finding>', 'send the smallest case of one finding again')
    .option('--bundle <file.zip>', 'write an acceptance bundle: results, evidence, reports, acceptance')
    .option('--profile <file>', 'with --bundle: what the run must show to be accepted')
    .option('--sign-key <file>', 'with --bundle: sign it with this private key (PEM; LESSPAY_SIGN_PASSPHRASE)')
    .option('--no-color', 'print without colours')
    .option('--quiet', 'no progress')
    .action(async (results: string | undefined, options: RunOptions) => {
      const { run } = await import('./commands/run.js');
      finish(await run(options, results, io));
    });

  root
    .command('report')
    .description('render the reports of a results file again; --merge: join the shards of a run')
    .argument('<results...>', 'results files, or folders that hold one')
    .option('--merge', 'the folders are all shards of one run: write what the whole run would have written')
    .option('--out <dir>', 'where the reports go (default: beside the results file; merged: conformance-report)')
    .option('--report <list>', 'which: json,html,markdown,junit,har,sarif,badge (default: the first five)')
    .option('--bundle <file.zip>', 'write an acceptance bundle of the folder')
    .option('--profile <file>', 'with --bundle: what the run must show to be accepted')
    .option('--sign-key <file>', 'with --bundle: sign it with this private key (PEM; LESSPAY_SIGN_PASSPHRASE)')
    .option('--no-color', 'print without colours')
    .action(async (inputs: string[], options: ReportOptions) => {
      const { report } = await import('./commands/report.js');
      finish(await report(inputs, options, io));
    });

  root
    .command('verify')
    .description('check a report folder or an acceptance bundle: files, signature, and its evidence judged again')
    .argument('<path>', 'the output folder of a run, or a bundle (.zip)')
    .option('--key <file>', 'public key of the signer (PEM): the bundle must be signed with it')
    .option('--profile <file>', 'also evaluate the run by this acceptance profile, now; exit 1 when it is rejected')
    .option('--json', 'print the outcome as JSON (schemas/report/verification.schema.json)')
    .action(async (target: string, options: VerifyOptions) => {
      const { verifyCommand } = await import('./commands/verify.js');
      finish(await verifyCommand(target, options, io));
    });

  root
    .command('diff')
    .description('compare the results of two runs; exit 1 when the later one is worse')
    .argument('<before>', 'report folder, results file or bundle of the earlier run')
    .argument('<after>', 'the same of the later run')
    .option('--json', 'print the comparison as JSON (schemas/report/diff.schema.json)')
    .option('--markdown', 'print it for a pull-request comment')
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diff } = await import('./commands/diff.js');
      finish(await diff(before, after, options, io));
    });

  root
    .command('init')
    .description('write .env.example, a conformance statement and a CI workflow; what exists is kept')
    .argument('[dir]', 'where (default: the current folder)')
    .option('--probe', 'fill the statement from what the platform answers; nothing is created')
    .option('--create-orders', 'with --probe: also create orders of small amounts, which shows more')
    .option('--url <url>', 'with --probe: base URL of the platform (LESSPAY_BASE_URL)')
    .option('--app-id <id>', 'with --probe: application id (LESSPAY_APP_ID)')
    .option('--app-secret <secret>', 'with --probe: application secret; better set LESSPAY_APP_SECRET')
    .option('--second-app-id <id>', 'with --probe: a second application (LESSPAY_SECOND_APP_ID)')
    .option('--second-app-secret <secret>', 'with --probe: its secret; better set LESSPAY_SECOND_APP_SECRET')
    .option('--control-url <url>', "with --probe: the platform's control interface")
    .option('--webhook-url <url>', 'with --probe: address under which the platform reaches this machine (a tunnel)')
    .option('--webhook-port <port>', 'with --probe: where that tunnel arrives here (default 8788)')
    .option('--confirm-host <host>', 'with --probe: the host in --url is a sandbox (LESSPAY_CONFIRM_HOST)')
    .option('--allow-payouts', 'with --create-orders: payouts on a target that is not this machine')
    .option('--max-orders <n>', 'with --create-orders: orders that may be created')
    .option('--max-amount <amount>', 'with --create-orders: largest amount of one order in its own currency')
    .option('--timeout <ms>', 'with --probe: for one exchange (default 10000)')
    .action(async (dir: string | undefined, options: InitOptions) => {
      const { init } = await import('./commands/init.js');
      finish(await init(dir, options, io));
    });

  root
    .command('serve')
    .description('start the reference platform (a sandbox)')
    .option('--port <n>', '0: any free port (default)')
    .option('--app-id <id>', 'credentials of the first application; chosen when left out')
    .option('--app-secret <secret>')
    .option('--second-app-id <id>')
    .option('--second-app-secret <secret>')
    .option('--default-notify-url <url>', 'where webhooks of orders without notify_url go')
    .option('--store <file>', 'keep orders across restarts in this journal')
    .option('--fault <id>', 'with this planted defect, to see it live')
    .option('--variant <id>', 'with this different but conforming behaviour')
    .option('--list-faults', 'only print the faults and variants')
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./commands/serve.js');
      finish(await serve(options, io));
    });

  root
    .command('selftest')
    .description('the test of the tests: every planted fault caught, every conforming variant clean')
    .option('--fault <id>', 'only this fault, in detail')
    .option('--variant <id>', 'only this variant, in detail')
    .option('--seed <n>', 'another seed than 1')
    .option('--json', 'print the whole matrix as JSON')
    .option('--write', 'in a checkout: keep the score that runs and reports show')
    .option('--audit', 'instead: look for flaky verdicts and wrong generators (takes long)')
    .action(async (options: SelftestOptions) => {
      const { selftest } = await import('./commands/selftest.js');
      finish(await selftest(options, io));
    });

  root
    .command('sign')
    .description('sign a JSON body and show the canonical string')
    .argument('[file]', 'the body; - or nothing: standard input')
    .option('--app-secret <secret>', 'better set LESSPAY_APP_SECRET')
    .option('--operation <name>', 'sign (default) or payin-webhook (the reduced form of version 1)')
    .option('--reading <name>', 'how nested values are signed: DEMO (default), RAW, RAW-NN or JSON-SORTED')
    .option('--json', 'print {"canonical","signature"}')
    .option('--plain', 'print the signature alone, for scripts')
    .option('--verify <signature>', 'compare; exit 1 when it does not match')
    .option('--batch', 'read {"id","secret","body"[,"operation"]} a line, write {"id","canonical","signature"} a line')
    .action(async (file: string | undefined, options: SignOptions) => {
      const { sign } = await import('./commands/sign.js');
      finish(await sign(file, options, io));
    });

  root
    .command('requirements')
    .description('the catalogue of requirements')
    .option('--json', 'all that is known of each')
    .option('--area <area>', 'for example PAYOUT-BATCH')
    .option('--role <role>', 'platform, merchant or receiver')
    .option('--level <level>', 'MUST, SHOULD, MAY, info or withdrawn')
    .action(async (options: RequirementsOptions) => {
      const { listRequirements } = await import('./commands/requirements.js');
      finish(listRequirements(options, io));
    });

  root
    .command('explain')
    .description('one requirement: sentence, source, what is accepted, how it is exercised')
    .argument('<id>', 'for example PAYOUT-BATCH-010')
    .action(async (id: string) => {
      const { explain } = await import('./commands/explain.js');
      finish(explain(id, io));
    });
  return root;
}

/** Runs one command line (without `node` and the script). Resolves with the exit code; never throws for a user's mistake. */
export async function runCommandLine(args: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.conformant;
  try {
    const root = program(io, (exitCode) => {
      code = exitCode;
    });
    if (args.length === 0) {
      root.outputHelp({ error: true });
      return EXIT.usage;
    }
    await root.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.conformant : EXIT.usage;
    if (error instanceof UsageError || error instanceof ReportError) {
      io.note(`error: ${error.message}`);
      return EXIT.usage;
    }
    if (error instanceof CannotTestError) {
      io.note(`error: ${error.message}`);
      return EXIT.cannotTest;
    }
    io.note(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return EXIT.ownError;
  }
}
