process.on('exit', () => process.stderr.write(`\n##${process.cpuUsage().user}`));
