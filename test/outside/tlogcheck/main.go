// Tlogcheck judges proofs of our log with the Go project's own code for transparency logs, and with nothing of ours.
//
//	tlogcheck proof       -vkey FILE -entry FILE -proof FILE
//	tlogcheck consistency -vkey FILE -old FILE -new FILE -hashes FILE
//
// All files are as Dualwatch writes them. Exit code 0: it holds; 1: it does not; 2: the command line is wrong.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) < 2 {
		usage()
	}
	flags := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	path := map[string]*string{}
	for _, name := range []string{"vkey", "entry", "proof", "old", "new", "hashes"} {
		path[name] = flags.String(name, "", "a file")
	}
	_ = flags.Parse(os.Args[2:])
	read := func(name string) string {
		content, err := os.ReadFile(*path[name])
		if err != nil {
			fmt.Fprintf(os.Stderr, "-%s: %v\n", name, err)
			os.Exit(2)
		}
		return string(content)
	}
	var err error
	switch os.Args[1] {
	case "proof":
		err = inclusion(read("vkey"), read("entry"), read("proof"))
	case "consistency":
		err = consistency(read("vkey"), read("old"), read("new"), read("hashes"))
	default:
		usage()
	}
	if err != nil {
		fmt.Println("does not hold:", err)
		os.Exit(1)
	}
	fmt.Println("holds")
}

func usage() {
	fmt.Fprintln(os.Stderr, "usage: tlogcheck proof|consistency -vkey FILE …")
	os.Exit(2)
}

// inclusion reads a c2sp.org/tlog-proof@v1: its first lines, an empty line, the checkpoint.
func inclusion(vkey, entry, proof string) error {
	head, checkpoint, found := strings.Cut(proof, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("this is no tlog-proof")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return fmt.Errorf("the second line names no index: %w", err)
	}
	path, err := hashesOf(lines[2:])
	if err != nil {
		return err
	}
	size, root, err := treeOf(vkey, checkpoint)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(path, size, root, index, tlog.RecordHash([]byte(entry)))
}

func consistency(vkey, old, newer, proof string) error {
	path, err := hashesOf(strings.Fields(proof))
	if err != nil {
		return err
	}
	oldSize, oldRoot, err := treeOf(vkey, old)
	if err != nil {
		return fmt.Errorf("the old checkpoint: %w", err)
	}
	newSize, newRoot, err := treeOf(vkey, newer)
	if err != nil {
		return fmt.Errorf("the new checkpoint: %w", err)
	}
	return tlog.CheckTree(path, newSize, newRoot, oldSize, oldRoot)
}

// treeOf opens the signed note; tlog.ParseTree would take the checkpoints of Go's own checksum database alone.
func treeOf(vkey, checkpoint string) (size int64, root tlog.Hash, err error) {
	verifier, err := note.NewVerifier(strings.TrimSpace(vkey))
	if err != nil {
		return 0, root, err
	}
	opened, err := note.Open([]byte(checkpoint), note.VerifierList(verifier))
	if err != nil {
		return 0, root, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 3 || lines[0] != verifier.Name() {
		return 0, root, errors.New("the note is no checkpoint of this log")
	}
	if size, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return 0, root, err
	}
	root, err = tlog.ParseHash(lines[2])
	return size, root, err
}

func hashesOf(lines []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}
