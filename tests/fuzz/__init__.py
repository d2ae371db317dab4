"""Whatever is in a file, the readers answer: inputs that hypothesis makes up, and the kept ones in `corpus`."""
